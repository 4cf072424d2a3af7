import type { Page } from 'playwright';

/** The way that a connection has taken, as getStats tells it (W3C webrtc-stats, RTCIceCandidateStats). */
export interface Path {
  /** `relay` goes through a relay, everything else does not. */
  readonly type: string;
  /** How the browser talks to the relay. */
  readonly relayProtocol: string | undefined;
  /** Where the packets end up, seen from the relay. */
  readonly remote: string;
}

/** The paths in use by the connections of this page that are not closed, and of which kinds its own candidates were. */
export const pathsOf = (page: Page): Promise<{ readonly used: readonly Path[]; readonly offered: readonly string[] }> =>
  page.evaluate(async () => {
    const open = (window.__connections ?? []).filter(({ signalingState }) => signalingState !== 'closed');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    const used = reports.flatMap((report) =>
      [...report.values()]
        .filter(({ type, selectedCandidatePairId }) => type === 'transport' && selectedCandidatePairId)
        .map(({ selectedCandidatePairId }) => {
          const pair = report.get(selectedCandidatePairId);
          const local = report.get(pair.localCandidateId);
          const remote = report.get(pair.remoteCandidateId);
          return { type: local.candidateType, relayProtocol: local.relayProtocol, remote: remote.address };
        }),
    );
    const offered = reports.flatMap((report) =>
      [...report.values()].filter(({ type }) => type === 'local-candidate').map(({ candidateType }) => candidateType),
    );
    return { used, offered };
  });
