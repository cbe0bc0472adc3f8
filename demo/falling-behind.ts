// Who of the demo's colleagues falls behind: few calls for two days, and more than before once somebody leading them is on it.
import type { UserSession } from '../sandbox/user/user-session.ts'
import { DEMO_DATE, type DemoRep } from './company.ts'

/** One in each team. */
export const FALLS_BEHIND = ['U0DARIUS', 'U0WANG']
export const FALLING_METRIC = 'calls'

/** So much of their ordinary day, on the demo's day and the one after it. */
const LOW = 0.15
const LOW_DAYS = 2
/** When two of them call together. */
const HELPED = 2.2
/** What a warning's message says when somebody is on it, and begins with when it is over. */
const TAKEN_ON = /:handshake: @(?<by>.+?) (?:is on it|正在跟进|正在跟進)/
const IS_OVER = /^:white_circle:.*(?:calls|电话量|電話數)/m

/** How many times their ordinary day this rep has. @param standup the date of the standup at which it is reported */
export function courseOf(session: UserSession, rep: DemoRep, standup: Temporal.PlainDate): number {
  if (!FALLS_BEHIND.includes(rep.userId)) return 1
  if (isHelped(session, rep)) return HELPED
  const reported = standup.since(DEMO_DATE).days
  return reported > 0 && reported <= LOW_DAYS ? LOW : 1
}

const isHelped = (session: UserSession, rep: DemoRep): boolean =>
  session
    .dm()
    .sees()
    .some(({ words }) => {
      const by = TAKEN_ON.exec(words)?.groups?.by
      return by === undefined ? IS_OVER.test(words) : by !== rep.name
    })
