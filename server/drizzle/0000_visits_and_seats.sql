-- One row per visit: what lists show, and the version that guards every append. Rewritten in the transaction that appends.
CREATE TABLE "visits" (
  "id" text PRIMARY KEY,
  "version" integer NOT NULL CHECK ("version" > 0),
  "phase" text NOT NULL CHECK ("phase" IN ('planned', 'open', 'ended')),
  "scheduled_for" bigint NOT NULL,
  "staff" text[] NOT NULL,
  "summary" jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX "visits_staff" ON "visits" USING gin ("staff");
--> statement-breakpoint
CREATE INDEX "visits_open" ON "visits" ("id") WHERE "phase" = 'open';
--> statement-breakpoint
-- The log. Rows are only ever added; erasing a visit deletes its rows with it.
CREATE TABLE "events" (
  "visit" text NOT NULL REFERENCES "visits" ("id") ON DELETE CASCADE,
  "version" integer NOT NULL CHECK ("version" > 0),
  "schema" integer NOT NULL,
  "at" bigint NOT NULL,
  "command" text NOT NULL,
  "actor" jsonb NOT NULL,
  "event" jsonb NOT NULL,
  PRIMARY KEY ("visit", "version")
);
--> statement-breakpoint
-- Which browser has which place in which visit. The secret in its cookie is kept as a SHA-256 only.
CREATE TABLE "seats" (
  "session" text PRIMARY KEY,
  "credential" text NOT NULL,
  "visit" text NOT NULL,
  "participant" text NOT NULL,
  "invitation" text,
  "identity" text NOT NULL CHECK ("identity" IN ('signedIn', 'ownLink')),
  "staff" text,
  "taken_at" timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT ("credential", "visit", "participant", "invitation")
);
--> statement-breakpoint
CREATE INDEX "seats_visit" ON "seats" ("visit");
--> statement-breakpoint
-- Who is signed in. The secret in the cookie is kept as a SHA-256 only.
CREATE TABLE "staff_sessions" (
  "credential" text PRIMARY KEY,
  "staff" text NOT NULL,
  "name" text NOT NULL,
  "team" text NOT NULL,
  "signed_in_at" bigint NOT NULL,
  "last_seen_at" bigint NOT NULL
);
