// Reads facts about Slack from independent sources, for the tests that compare ours with them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const projectRoot = resolve(import.meta.dirname, '../..')
export const oracleDir = resolve(projectRoot, process.env.ORACLE_DIR ?? '../shared/oracle')

if (!existsSync(oracleDir))
  throw new Error(
    `The oracle data is missing: there is no folder ${oracleDir}. Set ORACLE_DIR to where it lies.`,
  )

// biome-ignore lint/suspicious/noExplicitAny: facts of others, of many forms
export const readOracle = (path: string): any => JSON.parse(readFileSync(resolve(oracleDir, path), 'utf8'))

/** The names of the JSON files of a folder, without their ending. */
export const namesIn = (folder: string): string[] =>
  readdirSync(resolve(oracleDir, folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))

/** A number in a tree of objects under each of its dotted names. */
export function flatten(tree: object, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? Object.entries(flatten(value, `${prefix}${key}.`))
        : [[prefix + key, value]],
    ),
  )
}

export const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
