// A user types a slash command: Slack does it itself, or the app receives it and the response in its ack is shown.
import { isObject, type Json } from '../json.ts'
import type { Channel } from '../state/entities.ts'
import { makeResponseUrl } from '../state/response-urls.ts'
import { makeTrigger } from '../state/triggers.ts'
import { findUser } from '../state/users.ts'
import { runOwnCommand, sayPrivately } from './own-commands.ts'
import { channelNameFor, failureSentence } from './payload.ts'
import { answerFromAck } from './respond.ts'
import type { UserContext } from './user-context.ts'

export type CommandResult =
  | { ok: true; answered: boolean }
  | {
      ok: false
      error:
        | 'unknown_command'
        | 'operation_timeout'
        | 'dispatch_failed'
        | 'http_client_error'
        | 'refused_answer'
        | 'not_done'
      sentence: string
    }

export async function typeCommand(
  context: UserContext,
  channel: Channel,
  command: string,
  text = '',
): Promise<CommandResult> {
  const { platform, workspace, user } = context
  const own = runOwnCommand(context, channel, command, text)
  if (own !== undefined) {
    for (const sentence of own.sentences) sayPrivately(context, channel, sentence)
    if (!own.ok) return { ok: false, error: 'not_done', sentence: own.sentences.join(' ') }
    return { ok: true, answered: own.sentences.length > 0 }
  }
  const declared = platform.app.manifest.commands.find((one) => one.command === command)
  if (declared === undefined || !workspace.installation?.scopes.includes('commands')) {
    return say(context, channel, 'unknown_command', `${command} is not a valid command.`)
  }
  const responseUrl = makeResponseUrl(platform, workspace, 'commands', {
    userId: user.id,
    channelId: channel.id,
  })
  const payload: Json = {
    token: platform.app.verificationToken,
    team_id: workspace.id,
    team_domain: workspace.domain,
    channel_id: channel.id,
    channel_name: channelNameFor(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text: escaped(context, text.trim(), declared.shouldEscape),
    api_app_id: platform.app.id,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: makeTrigger(workspace, user.id, false),
  }
  const outcome = await platform.delivery.deliver({
    kind: 'slash_commands',
    payload,
    retryAttempt: 0,
    retryReason: '',
  })
  if (!outcome.acked) {
    const error = failureSentence(outcome.reason) as 'operation_timeout'
    return say(context, channel, error, `${command} failed with the error "${error}"`)
  }
  const answer = typeof outcome.payload === 'string' ? { text: outcome.payload } : outcome.payload
  if (!isObject(answer) || Object.keys(answer).length === 0) return { ok: true, answered: false }
  const refused = answerFromAck(context, responseUrl, answer)
  if (refused !== undefined)
    return say(context, channel, 'refused_answer', `${command} failed with the error "${refused}"`)
  return { ok: true, answered: true }
}

function say(
  context: UserContext,
  channel: Channel,
  error: (CommandResult & { ok: false })['error'],
  sentence: string,
): CommandResult {
  sayPrivately(context, channel, sentence)
  return { ok: false, error, sentence }
}

/** `&`, `<` and `>` always; users and channels become ids only where the command has `should_escape`. */
function escaped({ workspace }: UserContext, text: string, names: boolean): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  if (!names) return safe
  return safe
    .replaceAll(/(^|\s)@([\p{L}\p{N}._-]+)/gu, (whole, before: string, name: string) => {
      const user = findUser(workspace, name) ?? findUser(workspace, name.toLowerCase())
      return user === undefined ? whole : `${before}<@${user.id}|${user.name}>`
    })
    .replaceAll(/(^|\s)#([\p{L}\p{N}_-]+)/gu, (whole, before: string, name: string) => {
      const channel = [...workspace.channels.values()].find((one) => one.name === name)
      return channel === undefined ? whole : `${before}<#${channel.id}|${channel.name}>`
    })
}
