// Runs the local Slack in a child process, with rate limits and the people of `plantCompany`.

import { startSandbox } from '../sandbox/start.ts'
import { addChannel, directMessage } from '../sandbox/state/channels.ts'
import { installApp } from '../sandbox/state/installation.ts'
import { addUser } from '../sandbox/state/users.ts'
import { addWorkspace } from '../sandbox/state/workspace.ts'
import { type CompanySize, dmChannelOf, teamChannelOf, userIdOf, workspaceIdOf } from './company.ts'

/** Sent to the bench once it runs. */
export interface LocalSlack {
  apiUrl: string
  signingSecret: string
  /** By workspace id. */
  tokens: Record<string, string>
}

/** The report that it sends on request. */
export interface PostingReport {
  posted: number
  refusedForPace: number
  refused: string[]
  seconds: number
}

const size = JSON.parse(process.env.COMPANY ?? '{}') as CompanySize
const sandbox = await startSandbox()
const { platform } = sandbox
const tokens: Record<string, string> = {}

for (let workspace = 1; workspace <= size.workspaces; workspace += 1) {
  const id = workspaceIdOf(workspace)
  const at = addWorkspace(platform, { id, name: id })
  const { botUserId, botToken } = installApp(platform, at)
  tokens[id] = botToken
  for (let team = 1; team <= size.teamsInEach; team += 1) {
    const number = (workspace - 1) * size.teamsInEach + team
    const name = `team-${number}`
    const members = [botUserId]
    addChannel(platform, at, {
      id: teamChannelOf(number),
      name,
      kind: 'public',
      creatorId: botUserId,
      members,
    })
  }
  const people = size.teamsInEach * size.membersInEach
  for (let person = 1; person <= people; person += 1) {
    const number = (workspace - 1) * people + person
    addUser(platform, at, { id: userIdOf(number), name: `member-${number}` })
    addDm(at, botUserId, number)
  }
}

/** With the same id as in the database. */
function addDm(at: ReturnType<typeof addWorkspace>, botUserId: string, number: number): void {
  const made = directMessage(platform, at, botUserId, userIdOf(number))
  at.channels.delete(made.id)
  made.id = dmChannelOf(number)
  at.channels.set(made.id, made)
  at.directMessages.set([botUserId, userIdOf(number)].sort().join(' '), made.id)
}

process.on('message', () => {
  const posts = sandbox.calls('chat.postMessage')
  const taken = posts.filter((call) => call.ok)
  process.send!({
    posted: taken.length,
    refusedForPace: posts.filter((call) => call.error === 'ratelimited').length,
    refused: [...new Set(sandbox.refused().map((call) => `${call.method} ${call.error}`))],
    seconds: ((taken.at(-1)?.atMs ?? 0) - (taken[0]?.atMs ?? 0)) / 1000,
  } satisfies PostingReport)
})
for (const end of ['SIGTERM', 'disconnect'] as const) process.once(end, () => process.exit(0))
process.send!({
  apiUrl: `${platform.origin}/api/`,
  signingSecret: platform.app.signingSecret,
  tokens,
} satisfies LocalSlack)
