// The one app under test: what its manifest asks for, its tokens, and where it is installed.
import { createHmac } from 'node:crypto'

interface SlashCommand {
  command: string
  description: string
  usageHint?: string
  shouldEscape: boolean
}

interface Shortcut {
  name: string
  type: 'global' | 'message'
  callbackId: string
}

export interface Manifest {
  name: string
  botScopes: string[]
  /** An installation may redirect to URLs below these. */
  redirectUrls: string[]
  commands: SlashCommand[]
  shortcuts: Shortcut[]
  botEvents: string[]
  interactivity: boolean
  /** The app is an agent, with threads of its own. */
  agent: boolean
  homeTab: boolean
  messagesTab: boolean
  socketMode: boolean
}

/** What a user allowed on the install page. */
export interface Grant {
  workspaceId: string
  userId: string
  scopes: string[]
  /** As it was sent to the install page; absent when the app left it out. */
  redirectUri?: string
  /** Real time. */
  madeAtMs: number
}

export interface App {
  id: string
  manifest: Manifest
  /** App-level token for Socket Mode. */
  appToken: string
  signingSecret: string
  verificationToken: string
  clientId: string
  clientSecret: string
  /** Grants that the app has not exchanged yet, by code. */
  codes: Map<string, Grant>
  /** Tokens that were valid once. */
  revokedTokens: Set<string>
}

/** The app in one workspace: its bot user and bot token. */
export interface Installation {
  botUserId: string
  botId: string
  botToken: string
  scopes: string[]
}

export function createApp(manifest: Manifest): App {
  const secret = (what: string) =>
    createHmac('sha256', 'pacesetter sandbox').update(what).digest('hex').slice(0, 32)
  return {
    id: 'A0SANDBOX01',
    manifest,
    appToken: `xapp-1-A0SANDBOX01-${secret('app token').slice(0, 12)}`,
    signingSecret: secret('signing secret'),
    verificationToken: secret('verification token').slice(0, 24),
    clientId: '1000000000001.2000000000002',
    clientSecret: secret('client secret'),
    codes: new Map(),
    revokedTokens: new Set(),
  }
}
