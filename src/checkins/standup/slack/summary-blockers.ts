// Renders the blockers of a summary: each open one with the controls to take it on and to say that it is solved.
import type { Translate } from '../../../core/i18n/translate.ts'
import type { Block } from '../../../slack/blocks.ts'
import { option, plain } from '../../../slack/fields.ts'
import { escapeWithin, sectionsOf } from '../../../slack/lines.ts'
import { mention, mrkdwn } from '../../../slack/mrkdwn.ts'
import type { SummaryBlocker } from '../domain/message-facts.ts'
import { STANDUP } from './ids.ts'
import { titled } from './line-texts.ts'

const NAME_LENGTH = 80
const TEXT_LENGTH = 200
/** Up to this many open blockers have buttons below them; more have a menu beside them, which takes less room. */
const WITH_BUTTONS = 5
const WITH_MENU = 20
/** More are counted. */
const LISTED = 30
/** The title, and the sections that hold the longest lines of `LISTED` blockers. */
const SECTIONS = 6

/** The words of the blockers, a line each. */
export function blockerLines(blockers: readonly SummaryBlocker[], t: Translate): string[] {
  if (blockers.length === 0) return []
  const rest = blockers.length - LISTED
  return [
    blockersTitle(blockers, t),
    ...blockers.slice(0, LISTED).map((blocker) => `• ${blockerLine(blocker, t)}`),
    ...(rest > 0 ? [t('standup.more', { count: rest })] : []),
  ]
}

/** In at most `room` blocks: with as many controls as fit, the oldest blockers first; the others follow as lines. */
export function blockerBlocks(blockers: readonly SummaryBlocker[], room: number, t: Translate): Block[] {
  const open = blockers.filter(({ state }) => state !== 'closed')
  const buttons = open.length <= WITH_BUTTONS && 2 * open.length + SECTIONS <= room
  const controlled = open.slice(0, Math.min(buttons ? WITH_BUTTONS : WITH_MENU, Math.max(room - SECTIONS, 0)))
  if (controlled.length === 0) return sectionsOf(blockerLines(blockers, t))
  const others = blockers.filter((blocker) => !controlled.includes(blocker))
  return [
    ...sectionsOf([blockersTitle(blockers, t)]),
    ...controlled.flatMap((blocker) => (buttons ? withButtons(blocker, t) : [withMenu(blocker, t)])),
    ...sectionsOf(blockerLines(others, t).slice(1)),
  ]
}

export function blockersTitle(blockers: readonly SummaryBlocker[], t: Translate): string {
  const count = blockers.filter(({ state }) => state !== 'closed').length
  return count > 0
    ? `:construction: *${t('standup.blocked', { count })}*`
    : `:white_check_mark: *${t('standup.allSolved')}*`
}

/** 'Ben: No budget · Eva is helping · for 2 days'. */
function blockerLine(blocker: SummaryBlocker, t: Translate): string {
  const { name, text, helperUserId, state, ageDays } = blocker
  const parts = [escapeWithin(text.replaceAll('\n', ' '), TEXT_LENGTH)]
  if (state === 'closed') parts.push(t('standup.blockerSolved'))
  else if (helperUserId !== null)
    parts.push(
      t(state === 'helped' ? 'standup.helping' : 'standup.helpFrom', { helper: mention(helperUserId) }),
    )
  if (state !== 'closed' && ageDays > 0) parts.push(t('standup.blockerAge', { days: ageDays }))
  return titled(escapeWithin(name, NAME_LENGTH), parts.join(' · '), t)
}

type Control = 'help' | 'solved'

/** Who helps already is not asked to. */
const controlsOf = ({ state }: SummaryBlocker): Control[] =>
  state === 'open' ? ['help', 'solved'] : ['solved']

const label = (control: Control, t: Translate): string =>
  t(control === 'help' ? 'standup.willHelp' : 'standup.solved')

const lineOf = (blocker: SummaryBlocker, t: Translate) => mrkdwn(blockerLine(blocker, t))

function withButtons(blocker: SummaryBlocker, t: Translate): Block[] {
  return [
    { type: 'section', text: lineOf(blocker, t) },
    {
      type: 'actions',
      elements: controlsOf(blocker).map((control) => ({
        type: 'button',
        action_id: STANDUP[control],
        text: plain(label(control, t)),
        value: blocker.blockerId,
      })),
    },
  ]
}

function withMenu(blocker: SummaryBlocker, t: Translate): Block {
  return {
    type: 'section',
    text: lineOf(blocker, t),
    accessory: {
      type: 'overflow',
      action_id: STANDUP.blockerMenu,
      options: controlsOf(blocker).map((control) =>
        option({ value: `${control} ${blocker.blockerId}`, text: label(control, t) }),
      ),
    },
  }
}
