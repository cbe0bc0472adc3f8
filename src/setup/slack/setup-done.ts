// The view after saving the set-up: from when it applies, warnings, and buttons for the next steps.

import { STANDUP } from '../../checkins/standup/slack/ids.ts'
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { METRICS } from '../../numbers/slack/ids.ts'
import { countryName } from '../../org/slack/country-and-zone-choices.ts'
import { TEAM, TEAM_SETUP } from '../../org/slack/ids.ts'
import { refusedLines, waitingLines } from '../../org/slack/join-request.ts'
import type { Button, ModalView } from '../../slack/blocks.ts'
import { clockTime } from '../../slack/clock-time.ts'
import { modal, plain, section } from '../../slack/fields.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { SetupWarning } from '../domain/setup-check.ts'
import type { SetupDone } from '../flows/set-up-team.ts'
import { alternateText } from './setup-choices.ts'

/** So many mentions fit into one section block. */
const MAX_NAMED = 50

export function setupDoneView(done: SetupDone, isNew: boolean, t: Translate): ModalView {
  const team = escapeWithin(done.settings.name, 300)
  const date = formatDate(done.from, t.locale)
  const time = clockTime(done.settings.promptTime, t.locale)
  const lines = isNew
    ? [t.calling(done.settings.checkinName)('setup.done', { team, people: done.memberCount, date, time })]
    : [t('setup.changed', { team, date })]
  if (isNew && done.settings.zoneRule === 'member') lines.push(t('setup.doneOwnZone'))
  if (done.parentAskedUserId) lines.push(t('setup.parentAsked', { manager: mention(done.parentAskedUserId) }))
  return modal({
    callbackId: TEAM_SETUP.form,
    title: t(isNew ? 'setup.title' : 'setup.titleChange'),
    submit: null,
    close: t('setup.finish'),
    metadata: {},
    blocks: [
      section(lines.join('\n')),
      ...[...waitingLines(done.waiting, t), ...refusedLines(done.refused, t)].map(section),
      ...done.warnings.map((warning) => section(warningText(warning, t))),
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: TEAM.toMembers,
            text: plain(t('setup.toMembers')),
            value: done.teamId,
          },
          {
            type: 'button',
            action_id: METRICS.toMetrics,
            text: plain(t('setup.toMetrics')),
            value: done.teamId,
          },
          previewButton(done.teamId, t),
        ],
      },
    ],
  })
}

export const previewButton = (teamId: string, t: Translate): Button => ({
  ...{ type: 'button', action_id: STANDUP.preview, value: teamId },
  text: plain(t('standup.previewButton')),
})

function warningText(warning: SetupWarning, t: Translate): string {
  switch (warning.kind) {
    case 'alternate-day':
      return t('setup.checkAlternate', { what: alternateText(warning.next, t) })
    case 'holidays-unknown':
      return t(warning.lawCounts ? 'setup.checkHolidaysByLaw' : 'setup.checkHolidays', {
        country: countryName(warning.country, t.locale),
        year: String(warning.year),
      })
    case 'no-region':
      return t('setup.checkNoRegion', { country: countryName(warning.country, t.locale) })
    case 'single-days':
      return t('setup.checkSingleDays', { country: countryName(warning.country, t.locale) })
    case 'no-holidays':
      return t('setup.checkNoHolidays')
    case 'not-in-channel': {
      const named = warning.userIds.slice(0, MAX_NAMED).map(mention).join(' ')
      return t('setup.checkNotInChannel', {
        names: warning.userIds.length > MAX_NAMED ? `${named} …` : named,
      })
    }
  }
}
