// Ends an answer within ten seconds: with what was written, or with a sentence that says why there is none.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { QuestionRequest } from '../../slack/requests.ts'

/** The last message has to reach Slack within the ten seconds, too. */
const WITHIN_MS = 9500

/** What `answer` shows after the end is not shown. Throws what it throws. */
export async function endingInTime(
  call: QuestionRequest,
  answer: (call: QuestionRequest) => Promise<void>,
  withinMs = WITHIN_MS,
): Promise<void> {
  let isOver = false
  let latest: Promise<void> = Promise.resolve()
  const inTime =
    (show: QuestionRequest['show'], ends: boolean): QuestionRequest['show'] =>
    async (message) => {
      if (isOver) return
      isOver = ends
      latest = show(message)
      await latest
    }
  const end = async (key: 'ask.tooLong' | 'common.fault') => {
    isOver = true
    await latest.catch(() => {})
    await call.show(textMessage(call.t(key)))
  }
  const waiting = new AbortController()
  const late = sleep(withinMs, 'late' as const, { signal: waiting.signal }).catch(() => 'late' as const)
  const answering = answer({ ...call, status: inTime(call.status, false), show: inTime(call.show, true) })
  try {
    const won = await Promise.race([answering, late])
    if (won === 'late' && !isOver) await end('ask.tooLong')
    await answering
  } catch (fault) {
    if (!isOver) await end('common.fault')
    throw fault
  } finally {
    waiting.abort()
  }
}

/** A text, or within the time the sentence that it could not be written. */
export async function inTime(
  text: Promise<RenderedMessage>,
  t: Translate,
  withinMs = WITHIN_MS,
): Promise<RenderedMessage> {
  const waiting = new AbortController()
  const late = sleep(withinMs, textMessage(t('ai-text.tooLong')), { signal: waiting.signal })
  try {
    return await Promise.race([text, late])
  } finally {
    waiting.abort()
    late.catch(() => {})
  }
}
