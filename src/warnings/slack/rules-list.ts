// The list of a team's rules: what is watched, at which limits, who is told, and the buttons with which it is changed.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { modal, plain, section } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { mention, mrkdwn } from '../../slack/mrkdwn.ts'
import { LEVELS } from '../domain/level.ts'
import { stillMuted } from '../domain/mute-dates.ts'
import { lacksBenchmark, lacksTarget } from '../domain/rule-choices.ts'
import type { Rule } from '../domain/warning.ts'
import { keyOfRule, type RulesFacts } from '../flows/load-rules.ts'
import { RULES } from './ids.ts'
import { ladderText } from './ladder-text.ts'
import { conditionTexts, datesText, inWords, ruleText } from './rule-text.ts'
import { MARKS } from './warning-message.ts'

const Metadata = z.object({ teamId: z.uuid() })

/** Null: the metadata is invalid. */
export const readTeamId = (metadata: string): string | null => readJson(metadata, Metadata)?.teamId ?? null

/** `note`: what has just been done, or why it was not. */
export function rulesView(facts: RulesFacts, t: Translate, note?: string): ModalView {
  const { teamId, rules, mayChange } = facts
  return modal({
    callbackId: RULES.list,
    title: t('rules.title'),
    submit: null,
    close: t('setup.finish'),
    metadata: { teamId },
    blocks: [
      ...(note ? [section(note)] : []),
      section(t('rules.intro', { team: teamLabel(facts, t) })),
      ...rules.map((rule, place) => ruleLine(rule, place, facts, t)),
      ...(mayChange ? [buttonsOf([[RULES.add, t('rules.add')]], teamId)] : []),
      { type: 'divider' },
      section(ladderLines(facts, t).join('\n')),
      ...(mayChange
        ? [buttonsOf([[RULES.procedure, t('rules.procedure')]], teamId)]
        : [section(t('rules.reader'))]),
    ],
  })
}

const buttonsOf = (buttons: readonly [string, string][], value: string): Block => ({
  type: 'actions',
  elements: buttons.map(([id, text]) => ({ type: 'button', action_id: id, text: plain(text), value })),
})

function ladderLines(facts: RulesFacts, t: Translate): string[] {
  const { procedure, delegateUserId, lastResortUserId, above } = facts
  const { from, to } = facts.hours
  const clock = delegateUserId
    ? t('rules.clock', { from, to, delegate: mention(delegateUserId) })
    : t('rules.clockAlone', { from, to })
  const last = lastResortUserId
    ? t('rules.lastResort', { owner: mention(lastResortUserId) })
    : t('rules.lastResortTop')
  const levels = LEVELS.map((level) => `${MARKS[level]} ${ladderText(level, procedure, t, above)}`)
  const hasLast = above.lastResort && LEVELS.some((level) => procedure[level].lastResort)
  return [t('rules.ladder'), ...levels, clock, ...(hasLast ? [last] : [])]
}

/** The place makes the button's id unique: a key may be longer than an id. */
function ruleLine(rule: Rule, place: number, facts: RulesFacts, t: Translate): Block {
  const text = mrkdwn(
    [ruleText(inWords(rule, facts.metrics), t), detailTexts(rule, facts, t).join(' · ')]
      .filter(Boolean)
      .join('\n'),
  )
  if (!facts.mayChange) return { type: 'section', text }
  return {
    ...{ type: 'section', text },
    accessory: {
      ...{ type: 'button', action_id: `${RULES.edit}#${place}`, text: plain(t('rules.edit')) },
      value: keyOfRule(rule),
    },
  }
}

function detailTexts(
  rule: Rule,
  { metrics, procedure, dates, targeted }: RulesFacts,
  t: Translate,
): string[] {
  const { settings, muted, active, preset, metricKey } = rule
  const stretches = stillMuted(muted, dates.today)
  const told = LEVELS.filter((level) => settings.levels[level] !== undefined)
  const isForRep = told.every((level) => !procedure[level].atOnce.includes('manager'))
  return [
    ...(active ? [] : [t('rules.off')]),
    ...(stretches.length > 0 ? [t('rules.muted', { dates: datesText(stretches, t) })] : []),
    ...(lacksBenchmark(rule, [...metrics.values()]) ? [t('rules.noBenchmark')] : []),
    ...(lacksTarget(rule, targeted) ? [t('rules.noTarget')] : []),
    ...conditionTexts(rule, metrics.get(metricKey ?? '') ?? null, t),
    ...(isForRep ? [t('rules.onlyRep')] : []),
    ...(preset === null ? [t('rules.own')] : []),
  ]
}
