// Reads an app manifest (schema v2, YAML or JSON) into the settings that the sandbox needs.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Manifest } from './state/app.ts'

const schema = z.object({
  display_information: z.object({ name: z.string() }),
  features: z
    .object({
      app_home: z
        .object({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(true),
        })
        .default({ home_tab_enabled: false, messages_tab_enabled: true }),
      agent_view: z.object({}).optional(),
      assistant_view: z.object({}).optional(),
      slash_commands: z
        .array(
          z.object({
            command: z.string(),
            description: z.string().default(''),
            usage_hint: z.string().optional(),
            should_escape: z.boolean().default(false),
          }),
        )
        .default([]),
      shortcuts: z
        .array(z.object({ name: z.string(), type: z.enum(['global', 'message']), callback_id: z.string() }))
        .default([]),
    })
    .prefault({}),
  oauth_config: z
    .object({
      scopes: z
        .object({ bot: z.array(z.string()).default([]), bot_optional: z.array(z.string()).default([]) })
        .prefault({}),
      redirect_urls: z.array(z.string()).default([]),
    })
    .prefault({}),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}),
      interactivity: z.object({ is_enabled: z.boolean() }).default({ is_enabled: false }),
      socket_mode_enabled: z.boolean().default(false),
    })
    .prefault({}),
})

/**
 * Throws a sentence when it is not one.
 * @param source a manifest as an object, or the path of a manifest file
 * @param withOptional whether who installs the app grants its optional scopes
 */
export function readManifest(source: string | object, withOptional = false): Manifest {
  const raw: unknown = typeof source === 'string' ? parse(readFileSync(source, 'utf8')) : source
  const read = schema.safeParse(raw)
  if (!read.success) throw new Error(`This is not an app manifest: ${z.prettifyError(read.error)}`)
  const { display_information, features, oauth_config, settings } = read.data
  return {
    name: display_information.name,
    botScopes: [...oauth_config.scopes.bot, ...(withOptional ? oauth_config.scopes.bot_optional : [])],
    redirectUrls: oauth_config.redirect_urls,
    commands: features.slash_commands.map((command) => ({
      command: command.command,
      description: command.description,
      shouldEscape: command.should_escape,
      ...(command.usage_hint === undefined ? {} : { usageHint: command.usage_hint }),
    })),
    shortcuts: features.shortcuts.map(({ name, type, callback_id }) => ({
      name,
      type,
      callbackId: callback_id,
    })),
    botEvents: settings.event_subscriptions.bot_events,
    interactivity: settings.interactivity.is_enabled,
    agent: features.agent_view !== undefined || features.assistant_view !== undefined,
    homeTab: features.app_home.home_tab_enabled,
    messagesTab: features.app_home.messages_tab_enabled,
    socketMode: settings.socket_mode_enabled,
  }
}
