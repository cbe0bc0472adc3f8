// Creates people, channels and the app in a workspace from a description.
import { z } from 'zod'
import { addChannel, findChannel } from './state/channels.ts'
import { addBot, installApp } from './state/installation.ts'
import { addUser, findUser } from './state/users.ts'
import { addWorkspace, type PlatformState, type Workspace } from './state/workspace.ts'

const slackId = (letters: string) =>
  z.string().regex(new RegExp(`^[${letters}][A-Z0-9]{2,}$`), `must be an id such as ${letters[0]}0ANNA`)

const personSchema = z.strictObject({
  name: z.string().min(1),
  id: slackId('UW').optional(),
  realName: z.string().optional(),
  title: z.string().optional(),
  tz: z.string().optional(),
  locale: z.string().optional(),
  isAdmin: z.boolean().optional(),
  isOwner: z.boolean().optional(),
  isBot: z.boolean().optional(),
  deleted: z.boolean().optional(),
  isRestricted: z.boolean().optional(),
  isUltraRestricted: z.boolean().optional(),
})

const channelSchema = z.strictObject({
  name: z.string().min(1),
  id: slackId('CG').optional(),
  private: z.boolean().optional(),
  /** With another organisation. */
  shared: z.boolean().optional(),
  /** Handles; everyone when left out. */
  members: z.array(z.string()).optional(),
  /** Whether the app is a member from the start, without an event. */
  withApp: z.boolean().optional(),
})

export const seedSchema = z.strictObject({
  workspace: z
    .strictObject({
      id: slackId('T').optional(),
      name: z.string(),
      domain: z.string().optional(),
      /** Whether the app is installed from the start [true]. */
      withApp: z.boolean().optional(),
      /** The bot user's id, where a test needs to know it beforehand. */
      botUserId: slackId('UW').optional(),
    })
    .optional(),
  people: z.array(personSchema).default([]),
  channels: z.array(channelSchema).default([]),
})

export type Seed = z.input<typeof seedSchema>

const FIRST_WORKSPACE: About = { id: 'T0SANDBOX1', name: 'Sandbox' }

/** Adds to the named workspace; creates it, with the app installed, if it does not exist. Throws for an invalid seed. */
export function applySeed(state: PlatformState, seed: Seed): Workspace {
  const { workspace: about = FIRST_WORKSPACE, people, channels } = seedSchema.parse(seed)
  const workspace = findWorkspace(state, about) ?? newWorkspace(state, about)
  const names = new Set([...workspace.users.values()].map((user) => user.name))
  for (const person of people) {
    if (names.has(person.name)) throw new Error(`Somebody is called ${person.name} already.`)
    names.add(person.name)
    addUser(state, workspace, defined(person))
  }
  for (const { members, private: closed, shared, withApp, ...channel } of channels) {
    if (findChannel(workspace, channel.name)) throw new Error(`A channel is called ${channel.name} already.`)
    const ids = members?.map((name) => idOf(workspace, name)) ?? humans(workspace)
    const added = addChannel(state, workspace, {
      ...defined(channel),
      kind: closed ? 'private' : 'public',
      creatorId: ids[0] ?? 'USLACKBOT',
      members: [...ids, ...(withApp && workspace.installation ? [workspace.installation.botUserId] : [])],
    })
    if (shared) added.shared = 'external'
  }
  return workspace
}

type About = NonNullable<z.output<typeof seedSchema>['workspace']>

function findWorkspace(state: PlatformState, about: About): Workspace | undefined {
  return [...state.workspaces.values()].find((one) =>
    about.id === undefined ? one.name === about.name : one.id === about.id,
  )
}

function newWorkspace(state: PlatformState, { withApp = true, botUserId, ...about }: About): Workspace {
  const workspace = addWorkspace(state, defined(about))
  addBot(state, workspace, botUserId)
  if (withApp) installApp(state, workspace)
  return workspace
}

function humans(workspace: Workspace): string[] {
  return [...workspace.users.values()].filter((user) => !user.isBot && !user.deleted).map((user) => user.id)
}

function idOf(workspace: Workspace, name: string): string {
  const user = findUser(workspace, name)
  if (user === undefined) throw new Error(`Nobody is called ${name}.`)
  return user.id
}

/** Without the keys that are undefined. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never
}
