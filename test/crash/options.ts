// Parses the options of a crash test: number of kills that hit a warning that goes up, number of replicas, whether some freeze, random seed.
import { parseArgs } from 'node:util'

export interface Options {
  seed: string
  /** A file for the timeline of all events. */
  story: string | null
  /** Rounds run one after the other, each with its own database and local Slack. */
  rounds: readonly { replicas: number; kills: number; freeze: boolean }[]
}

const DEFAULT_KILLS = 26
/** Half of the kills hit a single bot, half hit one of three replicas. */
const DEFAULT_REPLICAS = [1, 3]

export function readOptions(words: readonly string[], seedOtherwise: string): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      kills: { type: 'string' },
      seed: { type: 'string' },
      replicas: { type: 'string' },
      story: { type: 'string' },
      freeze: { type: 'boolean', default: false },
    },
  })
  const kills = countIn('kills', values.kills, DEFAULT_KILLS)
  const replicas =
    values.replicas === undefined ? DEFAULT_REPLICAS : [countIn('replicas', values.replicas, 1)]
  const share = Math.ceil(kills / replicas.length)
  return {
    seed: values.seed ?? seedOtherwise,
    story: values.story ?? null,
    rounds: replicas.map((count) => ({ replicas: count, kills: share, freeze: values.freeze })),
  }
}

function countIn(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new Error(`--${name} must be a number from 1 to 99999.`)
  return Number(text)
}
