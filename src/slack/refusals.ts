// Maps Slack's error codes to named reasons; anything unexpected is thrown.
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { SlackUnavailable } from '../core/slack-unavailable.ts'
import type {
  DeliveryProblem,
  Disconnected,
  MessageGone,
  RateLimited,
  RefusedBlocks,
  Unreachable,
} from './messenger.ts'
import { deadTokenError } from './token-guard.ts'

export type SlackRefusal = RateLimited | Unreachable | Disconnected | RefusedBlocks | MessageGone

const DEFAULT_RETRY_AFTER_SECONDS = 30
/** Limits that Slack also reports as errors of a call. */
const RATE_LIMITED = ['ratelimited', 'rate_limited', 'message_limit_exceeded']
const REFUSED_BLOCKS = ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']
const GONE = ['message_not_found', 'cant_update_message', 'edit_window_closed']
const UNREACHABLE = [
  'channel_not_found',
  'not_in_channel',
  'user_disabled',
  'user_not_found',
  'cannot_dm_bot',
]
/** The workspace is being moved into an Enterprise organisation, which takes Slack minutes to hours. */
const MOVING = ['org_login_required', 'team_added_to_org']
const RETRY_AFTER_MOVE_SECONDS = 600
/** Not about this message: they pass, or an operator fixes them for all messages. */
const FAULTS = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'missing_scope']

/** Rethrows faults: no connection, an error of Slack's own, a missing scope. Every other error is a refusal. */
export function refusalOf(fault: unknown, channelId: string | null): SlackRefusal {
  if (fault instanceof WebAPIRateLimitedError)
    return { ok: false, reason: 'rate-limited', retryAfterSeconds: fault.retryAfter }
  const error = fault instanceof WebAPIPlatformError ? fault.data.error : null
  if (error === null) throw fault
  if (RATE_LIMITED.includes(error))
    return { ok: false, reason: 'rate-limited', retryAfterSeconds: DEFAULT_RETRY_AFTER_SECONDS }
  if (MOVING.includes(error))
    return { ok: false, reason: 'rate-limited', retryAfterSeconds: RETRY_AFTER_MOVE_SECONDS }
  if (deadTokenError(fault) !== null) return { ok: false, reason: 'disconnected' }
  if (REFUSED_BLOCKS.includes(error)) return { ok: false, reason: 'refused-blocks' }
  if (GONE.includes(error)) return { ok: false, reason: 'gone' }
  if (FAULTS.includes(error)) throw fault
  return { ok: false, reason: 'unreachable', problem: problemOf(error, channelId), slackError: error }
}

function problemOf(error: string, channelId: string | null): DeliveryProblem {
  if (error === 'is_archived') return 'channel-archived'
  if (!UNREACHABLE.includes(error)) return 'refused'
  const direct = channelId === null || channelId.startsWith('D')
  return direct ? 'cannot-message-member' : 'not-in-channel'
}

/** Slack does not know the user or channel. */
export const isUnknown = (fault: unknown): boolean =>
  fault instanceof WebAPIPlatformError &&
  ['user_not_found', 'users_not_found', 'user_not_visible', 'channel_not_found', 'thread_not_found'].includes(
    fault.data.error,
  )

const UNANSWERED = [SlackUnavailable, WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError]

/** Slack did not answer, or not now. Errors that say what was wrong with the call are not Slack's fault. */
export const isSlackFault = (fault: unknown): boolean =>
  UNANSWERED.some((kind) => fault instanceof kind) ||
  (fault instanceof WebAPIPlatformError &&
    [...FAULTS, ...RATE_LIMITED, ...MOVING].includes(fault.data.error)) ||
  deadTokenError(fault) !== null

export const isViewClosed = (fault: unknown): boolean =>
  fault instanceof WebAPIPlatformError && fault.data.error === 'not_found'
