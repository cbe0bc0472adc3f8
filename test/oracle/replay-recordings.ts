// Recorded payloads that Slack sent to another app, each with a name.
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { oracleDir, readOracle } from './oracle.ts'

// biome-ignore lint/suspicious/noExplicitAny: payloads of others, of many forms
export type Payload = any

export interface Recording {
  /** `dm/slack-direct followUp` */
  name: string
  /** `app_mention`, `message`, `block_actions`, `view_submission`, `slash_command` … */
  kind: string
  payload: Payload
  /** The app's user in the recording. */
  botUserId: string
}

/** Everything in the recordings that Slack sent; notes of their owner about the app's state are left out. */
export function recordings(): Recording[] {
  const folder = resolve(oracleDir, 'replay')
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.json'))
  return files.sort().flatMap((file) => {
    const content: Payload = readOracle(`replay/${file}`)
    return Object.entries<Payload>(content).flatMap(([key, payload]) => {
      const kind = kindOf(payload)
      const name = `${file.slice(0, -'.json'.length)} ${key}`
      return kind === undefined ? [] : [{ name, kind, payload, botUserId: content.botUserId }]
    })
  })
}

function kindOf(payload: Payload): string | undefined {
  if (payload?.type === 'event_callback') return payload.event.type
  return payload?.command === undefined ? payload?.type : 'slash_command'
}

export const teamOf = (payload: Payload): string => payload.team_id ?? payload.team.id
