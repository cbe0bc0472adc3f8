// Starts one throw-away Postgres for a run of tests, with a migrated template database that each file clones.
import type { TestProject } from 'vitest/node'
import { startThrowAwayPostgres } from './throw-away-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the database `postgres`; for another database replace the name in its path. */
    postgresUrl: string
  }
}

export default async function setup(project: TestProject) {
  const server = await startThrowAwayPostgres()
  project.provide('postgresUrl', server.url)
  return server.stop
}
