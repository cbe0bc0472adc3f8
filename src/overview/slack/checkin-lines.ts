// Says who has not answered today and who is away, by name, below a team's title.
import type { Translate } from '../../core/i18n/translate.ts'
import type { UserId } from '../../core/ids.ts'
import { escapeWithin } from '../../slack/lines.ts'
import type { NamedProgress } from '../../targets/flows/team-progress.ts'
import type { CheckinToday } from '../flows/checkin-today.ts'

const NAMES_SHOWN = 8
const NAME_LENGTH = 40

type Names = Pick<NamedProgress, 'nameOf'>

export const nameOfPerson = (userId: UserId, { nameOf }: Names, t: Translate): string =>
  escapeWithin(nameOf[userId] || t('overview.someone'), NAME_LENGTH)

export function namesText(
  userIds: readonly UserId[],
  names: Names,
  t: Translate,
  most = NAMES_SHOWN,
): string {
  const shown = userIds.slice(0, most).map((userId) => nameOfPerson(userId, names, t))
  const joined = shown.join(t('common.listSeparator'))
  const more = userIds.length - shown.length
  return more > 0 ? t('overview.homeMore', { names: joined, count: more }) : joined
}

export const missingLine = (missing: readonly UserId[], names: Names, t: Translate, most?: number): string =>
  t('overview.homeMissing', { count: missing.length, names: namesText(missing, names, t, most) })

export const awayLine = (away: readonly UserId[], names: Names, t: Translate, most?: number): string =>
  t('overview.homeAway', { names: namesText(away, names, t, most) })

/** On the screen of today, where there is room for everybody whom an answer names. */
const MOST_NAMES = 30

/** `hasBelow`: the screen also counts teams below, and this does not. */
export function checkinLines(
  { asked, missing, away, restsToday }: CheckinToday,
  names: Names,
  hasBelow: boolean,
  t: Translate,
): string[] {
  const nobody = restsToday ? 'overview.nobodyToAsk' : 'overview.nobodyAsked'
  const state =
    missing.length > 0
      ? missingLine(missing, names, t, MOST_NAMES)
      : t(asked > 0 ? 'overview.allAnswered' : nobody, { count: asked })
  const own = hasBelow ? [t('overview.checkinOfTeam')] : []
  return [...own, state, ...(away.length > 0 ? [awayLine(away, names, t, MOST_NAMES)] : [])]
}
