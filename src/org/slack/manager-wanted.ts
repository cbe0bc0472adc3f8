// Renders the message that asks who manages a team next, and the one to a new delegate.
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block, RenderedMessage } from '../../slack/blocks.ts'
import { plain, section } from '../../slack/fields.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { channelLink, mention } from '../../slack/mrkdwn.ts'
import type { DelegateNamedFacts, ManagerWantedFacts } from '../domain/message-facts.ts'
import { LEAD } from './ids.ts'

const TEAM_LENGTH = 300

export function renderManagerWanted(facts: ManagerWantedFacts, t: Translate): RenderedMessage {
  const text = sentence(facts, t)
  const blocks = [section(text)]
  return { text, blocks: facts.state.kind === 'open' ? [...blocks, buttons(facts, t)] : blocks }
}

function sentence({ state, ...facts }: ManagerWantedFacts, t: Translate): string {
  const values = {
    team: escapeWithin(facts.teamName, TEAM_LENGTH),
    channel: channelLink(facts.channelId),
    manager: mention(facts.awayUserId),
  }
  switch (state.kind) {
    case 'open': {
      const { delegateUserId, leaveUntil } = state
      const meanwhile = delegateUserId
        ? t('lead.delegateActs', { delegate: mention(delegateUserId) })
        : t('lead.comesToYou')
      if (!leaveUntil) return t('lead.managerGone', { ...values, meanwhile })
      return t('lead.managerOnLeave', { ...values, meanwhile, date: formatDate(leaveUntil, t.locale) })
    }
    case 'kept':
      return state.delegateUserId
        ? t('lead.kept', { ...values, delegate: mention(state.delegateUserId) })
        : t('lead.keptAlone', values)
    case 'passed-on':
      return t('lead.passedOn', values)
    case 'settled':
      return t('lead.settled', { ...values, manager: mention(state.managerUserId) })
  }
}

function buttons({ teamId, state }: ManagerWantedFacts, t: Translate): Block {
  const button = (action_id: string, text: string) => ({
    ...{ type: 'button' as const, action_id, text: plain(text), value: teamId },
  })
  const onLeave = state.kind === 'open' && state.leaveUntil !== null
  const hasDelegate = state.kind === 'open' && state.delegateUserId !== null
  const keep = hasDelegate
    ? button(LEAD.keep, t('lead.keep'))
    : button(LEAD.nameDelegate, t('lead.keepWithDelegate'))
  const name = { ...button(LEAD.nameManager, t('lead.nameManager')), style: 'primary' as const }
  return { type: 'actions', elements: onLeave ? [name, keep] : [name] }
}

export function renderDelegateNamed(facts: DelegateNamedFacts, t: Translate): RenderedMessage {
  const text = t('lead.delegateNamed', {
    team: escapeWithin(facts.teamName, TEAM_LENGTH),
    channel: channelLink(facts.channelId),
    manager: mention(facts.managerUserId),
    by: mention(facts.byUserId),
  })
  return { text, blocks: [section(text)] }
}
