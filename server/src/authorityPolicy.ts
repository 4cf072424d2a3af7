import { readFile } from 'node:fs/promises';
import { told } from '@doorstep/shared/protocol/commands.ts';
import { type AuthorityPolicy, policyOf } from '@doorstep/shared/visit/authority/policy.ts';
import * as z from 'zod/mini';
import { codeOf, StartRefused } from './startRefused.ts';

/** What may stand in the file: any sections of the policy, each of them whole. */
const settled = z.strictObject({ rooms: z.optional(z.strictObject({ told })) });

type Issue = z.core.$ZodIssue;

/**
 * [TEAM-4] What the authority has settled for every visit that is planned from now on; the usual without a file, and for what the file
 * does not speak of. Refuses a file that cannot be read, or with anything in it that is not known: a slip must not pass for the usual.
 */
export async function readAuthorityPolicy(file: string | null): Promise<AuthorityPolicy> {
  if (file === null) return policyOf({});

  const refuse = (why: string, cause?: unknown): never => {
    throw new StartRefused(`AUTHORITY_POLICY_FILE names ${file}, ${why}.`, { cause });
  };
  const text = await readFile(file, 'utf8').catch((cause) => refuse(`which cannot be read (${codeOf(cause)})`, cause));
  const json = jsonOf(text);
  const parsed = settled.safeParse(json === undefined ? refuse('which is not JSON') : json);

  return parsed.success ? policyOf(parsed.data) : refuse(`in which ${sayWhatIsWrong(parsed.error.issues)}`);
}

/** Undefined for what is not JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first thing that is wrong: one sentence is read, a list is not. */
function sayWhatIsWrong([issue]: readonly Issue[]): string {
  const place = issue?.path.join('.') || 'the whole';
  switch (issue?.code) {
    case 'unrecognized_keys':
      return `${place} has ${issue.keys.join(', ')}, which is not known`;
    case 'invalid_value':
      return `${place} must be one of ${issue.values.join(', ')}`;
    default:
      return `${place} must be an object in braces`;
  }
}
