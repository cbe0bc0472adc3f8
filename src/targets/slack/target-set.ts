// Renders the messages to a rep about a new target, or several that were set at once: before, after and why.
import type { Translate } from '../../core/i18n/translate.ts'
import { teamLine, teamLineBlock } from '../../org/slack/team-line.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { quoted, sectionsOf, wordsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { SetTarget, TargetSetFacts, TargetsSetFacts } from '../domain/message-facts.ts'
import { periodName, roundedValue, targetName } from './figures.ts'

const REASON_LENGTH = 2000
/** More is told as a number: `/kpi me` lists all that count now. */
const LISTED = 30

export const renderTargetSet = (facts: TargetSetFacts, t: Translate): RenderedMessage =>
  message([singleText(facts, t)], [facts], facts, t)

export function renderTargetsSet(facts: TargetsSetFacts, t: Translate): RenderedMessage {
  const { targets, byUserId } = facts
  const [only, second] = targets
  if (!second) return message([singleText({ ...facts, ...only! }, t)], targets, facts, t)
  const lines = targets.slice(0, LISTED).map((target) => lineText(target, t))
  const more = targets.length - LISTED
  const said = [
    t('target.toldMany', { who: mention(byUserId) }),
    ...lines,
    ...(more > 0 ? [t('target.moreLines', { count: more })] : []),
  ]
  return message(said, targets, facts, t)
}

function message(
  told: readonly string[],
  targets: readonly SetTarget[],
  facts: TargetSetFacts | TargetsSetFacts,
  t: Translate,
): RenderedMessage {
  const { reason } = facts
  // Days that are over have no target to keep where there was none.
  const isChange = targets.some(({ before }) => before !== null)
  const how = isChange ? `${t('target.effective')} ${t('target.toldHow')}` : t('target.toldHow')
  const lines = [
    ...told,
    ...(reason === '' ? [] : [quoted(reason, REASON_LENGTH)]),
    ...(targets.some(({ follows }) => follows) ? [t('target.toldFollows')] : []),
    how,
  ]
  return {
    text: wordsOf([...lines, teamLine(facts, t)]),
    blocks: [...sectionsOf(lines), teamLineBlock(facts, t)],
  }
}

const valuesIn = ({ metric, period, before, after }: SetTarget, t: Translate) => ({
  ...{ metric: targetName(metric, t), period: periodName(period, t) },
  after: roundedValue(metric, after, t),
  before: before === null ? '' : roundedValue(metric, before, t),
})

function singleText({ byUserId, ...target }: SetTarget & { byUserId: string }, t: Translate): string {
  const said = { who: mention(byUserId), ...valuesIn(target, t) }
  return target.before === null ? t('target.told', said) : t('target.toldChange', said)
}

const lineText = (target: SetTarget, t: Translate): string =>
  t(target.before === null ? 'target.toldLine' : 'target.toldLineChange', valuesIn(target, t))
