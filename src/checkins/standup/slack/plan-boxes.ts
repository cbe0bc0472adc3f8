// The boxes on the Home tab with which a member ticks their plan off during the day.
import { z } from 'zod'
import type { Translate } from '../../../core/i18n/translate.ts'
import type { Block } from '../../../slack/blocks.ts'
import { option } from '../../../slack/fields.ts'
import { mrkdwn } from '../../../slack/mrkdwn.ts'
import type { ActionHandler } from '../../../slack/requests.ts'
import { groupMark, groupsOf } from '../domain/ticks.ts'
import type { HomeTeam } from '../flows/home.ts'
import { tickLines } from '../flows/tick-lines.ts'
import { STANDUP } from './ids.ts'

const TeamId = z.uuid()

/** Where a press is of, behind the `#`: the team's id, and which boxes these are. */
export function planBoxes({ teamId, lines }: Pick<HomeTeam, 'teamId' | 'lines'>, t: Translate): Block[] {
  return groupsOf(lines).map((group, part): Block => {
    const ticked = group.filter((line) => line.ticked)
    const choice = ({ itemId, text }: HomeTeam['lines'][number]) => option({ value: itemId, text })
    return {
      type: 'section',
      text: mrkdwn(part === 0 ? `*${t('home.plan')}*` : ' '),
      accessory: {
        type: 'checkboxes',
        action_id: `${STANDUP.tick}#${teamId} ${groupMark(group)}`,
        options: group.map(choice),
        ...(ticked.length > 0 && { initial_options: ticked.map(choice) }),
      },
    }
  })
}

/** Boxes of a plan that is another by now are drawn anew. */
export const pressTick: ActionHandler = async (call, context) => {
  const [team, mark = ''] = call.suffix.split(' ')
  const teamId = TeamId.safeParse(team)
  const pressed = call.value === '' ? [] : call.value.split(',')
  const saved = teamId.success && (await tickLines(context, call.who, { teamId: teamId.data, mark, pressed }))
  if (!saved) await call.redrawHome()
}
