// Gathers by kind who carries out what has fallen due.

import { postWeeklyBoards } from '../../boards/flows/post-weekly-board.ts'
import { closeMemberDays } from '../../checkins/standup/flows/close-member-days.ts'
import { closeStandups } from '../../checkins/standup/flows/close-standups.ts'
import { planTeamDays } from '../../checkins/standup/flows/plan-day.ts'
import { promptStandups } from '../../checkins/standup/flows/prompt-standups.ts'
import { remindStandups } from '../../checkins/standup/flows/remind-standups.ts'
import type { DueHandlers } from './run-due.ts'

export const DUE_HANDLERS: DueHandlers = {
  'plan-day': planTeamDays,
  prompt: promptStandups,
  remind: remindStandups,
  'member-close': closeMemberDays,
  close: closeStandups,
  'weekly-board': postWeeklyBoards,
}
