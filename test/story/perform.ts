// Performs a story's steps against the real bot, and says at which step it did not go as written.

import type { Harness } from '../../demo/harness/harness.ts'
import type { ActionResult } from '../../sandbox/user/block-actions.ts'
import type { SubmitResult } from '../../sandbox/user/submission.ts'
import { readTime, type Step, type Story } from './script.ts'

const QUIET_MS = 50

export async function perform(harness: Harness, { story }: Story): Promise<void> {
  for (const [index, step] of story.entries()) {
    try {
      await take(harness, step)
    } catch (fault) {
      throw new Error(`Step ${index + 1}, ${JSON.stringify(step)}: ${(fault as Error).message}`, {
        cause: fault,
      })
    }
  }
}

async function take(harness: Harness, step: Step): Promise<void> {
  if ('time' in step) return afterAllBefore(harness, () => harness.moveTo(readTime(step.time)))
  if ('asleep_until' in step)
    return afterAllBefore(harness, () => harness.sleepUntil(readTime(step.asleep_until)))
  const user = harness.user(step.who)
  if ('types' in step) return type(harness, step)
  if ('says' in step) return void (step.in === 'dm' ? user.dm() : user.in(step.in)).say(step.says)
  if ('answers' in step) return answerIn(placeOf(harness, step), step)
  if ('adds_the_bot_to' in step) return user.addApp(step.adds_the_bot_to)
  if ('starts' in step) return accepted(await user.shortcut(step.starts))
  if ('opens_home' in step) return void (await user.home.open())
  if ('clicks' in step) return accepted(await placeOf(harness, step).click(step.clicks))
  if ('chooses' in step) return accepted(await placeOf(harness, step).choose(step.at, step.chooses))
  if ('fills' in step) return void (await user.modal.fill(step.fills))
  if ('submits' in step) return judge(step, await user.modal.submit())
  if ('closes' in step) return user.modal.close()
  if ('sees' in step) return sees(harness, step)
  if ('does_not_see' in step) return doesNotSee(harness, step)
  if ('moves_to_zone' in step) return user.change({ tz: step.moves_to_zone })
  return user.deactivate()
}

/** What people did before, and Slack tells the bot by an event, has reached it before the clock moves on. */
async function afterAllBefore(harness: Harness, move: () => Promise<void>): Promise<void> {
  await harness.sandbox.whenIdle(QUIET_MS)
  await move()
}

async function type(harness: Harness, step: { who: string; types: string; in: string }): Promise<void> {
  const [command = '', ...rest] = step.types.split(' ')
  const result = await harness
    .user(step.who)
    .command(command, rest.join(' '), step.in === 'dm' ? {} : { in: step.in })
  if (!result.ok) throw new Error(result.sentence)
}

async function answerIn(
  place: ReturnType<typeof placeOf>,
  step: { answers: string; to: string },
): Promise<void> {
  if (!('say' in place)) throw new Error('Only messages have threads.')
  const { ts } = await place.waitFor(step.to)
  place.say(step.answers, { thread: ts })
}

function accepted(result: ActionResult): void {
  if (!result.acked) throw new Error(`The bot did not take it: ${result.error}`)
}

function placeOf(harness: Harness, step: { who: string; in: string }) {
  const user = harness.user(step.who)
  if (step.in === 'modal') return user.modal
  if (step.in === 'home') return user.home
  return step.in === 'dm' ? user.dm() : user.in(step.in)
}

function judge(
  step: { submits: string; told?: Record<string, string> | undefined },
  result: SubmitResult,
): void {
  const became =
    'closed' in result || 'cleared' in result
      ? 'closed'
      : 'updated' in result
        ? 'updated'
        : 'pushed' in result
          ? 'pushed'
          : 'refused'
  const told = 'errors' in result ? result.errors : {}
  const missing = Object.entries(step.told ?? {}).find(
    ([field, sentence]) => !told[field]?.includes(sentence),
  )
  if (became !== step.submits || missing) throw new Error(`The form answered ${JSON.stringify(result)}`)
}

/** One message (or the modal, or the home) that holds all of the words. */
async function sees(harness: Harness, step: { who: string; sees: string[]; in: string }): Promise<void> {
  const holdsAll = (text: string) => step.sees.every((words) => text.includes(words))
  const user = harness.user(step.who)
  if (step.in === 'modal') {
    await user.modal.opened()
    return void (await user.waitFor(() => holdsAll(user.modal.words()) || undefined))
  }
  if (step.in === 'home') return void (await user.waitFor(() => holdsAll(user.home.words()) || undefined))
  const place = step.in === 'dm' ? user.dm() : user.in(step.in)
  await place
    .waitFor((seen) => holdsAll(seen.words))
    .catch((fault: Error) => {
      throw new Error(`${fault.message}\nIn ${step.in} there is:\n${place.words()}`)
    })
}

async function doesNotSee(
  harness: Harness,
  step: { who: string; does_not_see: string[]; in: string },
): Promise<void> {
  await harness.settled()
  const text = placeOf(harness, step).words()
  const found = step.does_not_see.find((words) => text.includes(words))
  if (found) throw new Error(`"${found}" is there:\n${text}`)
}
