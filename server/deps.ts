import type { FastifyRequest } from 'fastify';
import type { DestinationStream } from 'pino';
import type { Clock, Database } from '../db/client.ts';
import type { Config } from './config.ts';
import type { Core } from './core.ts';
import type { Probe } from './health.ts';
import type { Authenticate } from './plugins/guard.ts';
import type { Count, ProblemPage } from './plugins/problems.ts';
import type { Secrets } from './secrets.ts';

/** Everything the service is given: nothing inside reads the environment, the clock or the disk by itself. */
export type Deps = {
  config: Config;
  clock: Clock;
  secrets: Secrets;
  database: Database;
  /** What deeds are given; without it no deed has a route. */
  core?: Core;
  /** Fails when what it watches cannot serve. */
  probes: Readonly<Record<string, Probe>>;
  logStream?: DestinationStream;
  authenticate?: Authenticate;
  /** Id of the person signed in, or `visitor`. */
  who?: (request: FastifyRequest) => string | null;
  problemPage?: ProblemPage;
  count?: Count;
};
