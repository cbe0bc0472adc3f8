// The button that tries a rule on the last 60 days: what it would have raised, as a view on top of the rule's form.

import type { Context } from '../../core/context.ts'
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { ModalView, RenderedMessage } from '../../slack/blocks.ts'
import { plain } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import type { ActionHandler, ActionRequest } from '../../slack/requests.ts'
import { LEVELS } from '../domain/level.ts'
import { readRuleDraft } from '../domain/rule-draft.ts'
import { SIGNALS, type Signal } from '../domain/rule-settings.ts'
import { type DryRunOutcome, type DryRunView, tryRule } from '../flows/dry-run.ts'
import { keyOfRule, loadRules, type RulesFacts } from '../flows/load-rules.ts'
import { type RuleMetadata, readRule, readRuleMetadata } from './rule-form.ts'
import { MARKS } from './warning-message.ts'

const NAME_LENGTH = 80
const TEAM_LENGTH = 300

const view = (lines: readonly string[], t: Translate, small: readonly string[] = []): ModalView => ({
  ...{ type: 'modal', title: plain(t('dry-run.title')), close: plain(t('common.close')) },
  blocks: [
    ...sectionsOf(lines),
    ...(small.length > 0 ? [{ type: 'context' as const, elements: small.map(mrkdwn) }] : []),
  ],
})

/** Counting takes longer than the 3 s that a trigger lasts where a team is large. */
export const pressTry: ActionHandler = async (call, context) => {
  const metadata = call.view && readRuleMetadata(call.view.metadata)
  if (!metadata) return
  const result = tried(call, context, metadata)
  const told = async () => void (await call.tellPrivately(asMessage(await result)))
  await call.push(countingView(call.t), result, told)
}

/** For whoever has closed it. */
const asMessage = ({ title, blocks }: ModalView): RenderedMessage => ({
  ...{ text: title.text, blocks: blocks as RenderedMessage['blocks'] },
})

async function tried(
  { who, view: form, t }: ActionRequest,
  context: Context,
  metadata: RuleMetadata,
): Promise<ModalView> {
  const facts = await loadRules(context, who, metadata.teamId)
  if (!facts?.mayChange) return dryRunView({ ok: false, reason: 'not-allowed' }, t)
  const rule = wantedRule(metadata, facts)
  const metric = rule?.metricKey ? facts.metrics.get(rule.metricKey) : null
  if (!rule || metric === undefined) return dryRunView({ ok: false, reason: 'unclear' }, t)
  const read = readRuleDraft(readRule(form!.state), { signal: rule.signal, metric, dates: facts.dates })
  if (!read.ok) return dryRunView({ ok: false, reason: 'unclear' }, t)
  const tryIt = { ...rule, ...read.wish, workspaceId: who.workspaceId, teamId: facts.teamId }
  return dryRunView(await tryRule(context, who, { ...tryIt, procedure: facts.procedure }), t)
}

/** Null: there is no such rule, and none could be added. */
function wantedRule({ key, added }: RuleMetadata, { rules }: RulesFacts) {
  if (!added) {
    const found = rules.find((one) => keyOfRule(one) === key)
    return found && { ...found }
  }
  const { signal, metricKey } = added
  if (!(signal in SIGNALS)) return undefined
  return { ruleId: key, signal: signal as Signal, metricKey, preset: null }
}

const countingView = (t: Translate): ModalView => view([t('dry-run.counting')], t)

const REFUSED = {
  'not-allowed': 'warning.notAllowed',
  'no-past': 'dry-run.noPast',
  'too-new': 'dry-run.tooNew',
  'not-judged': 'dry-run.notJudged',
  unclear: 'dry-run.unclear',
} as const

/** `unclear`: something that was typed cannot be read. */
export function dryRunView(
  outcome: DryRunOutcome | { ok: false; reason: 'unclear' },
  t: Translate,
): ModalView {
  if (!outcome.ok) return view([t(REFUSED[outcome.reason])], t)
  return view(linesOf(outcome.view, t), t, [t('dry-run.how')])
}

function linesOf(found: DryRunView, t: Translate): string[] {
  const { from, to, fromLater, people, byLevel, messages, noise, latest } = found
  const day = (date: Temporal.PlainDate) => formatDate(date, t.locale)
  const counted = LEVELS.toReversed().filter((level) => byLevel[level] > 0)
  const levels = counted.map((level) => `${MARKS[level]} ${byLevel[level]}`).join(' · ')
  const count = LEVELS.reduce((sum, level) => sum + byLevel[level], 0)
  return [
    t('dry-run.head', {
      team: escapeWithin(found.teamName, TEAM_LENGTH),
      from: day(from),
      to: day(to),
      people,
    }),
    ...(fromLater ? [t('dry-run.since', { date: day(from) })] : []),
    t('dry-run.warnings', { count, levels }),
    ...(count > 0 ? [t('dry-run.messages', messages)] : []),
    t(`dry-run.${noise}`),
    ...(latest.length > 0 ? [t('dry-run.latest')] : []),
    ...latest.map(
      ({ name, level, openedOn }) => `${MARKS[level]} ${escapeWithin(name, NAME_LENGTH)} · ${day(openedOn)}`,
    ),
  ]
}
