// Gathers by kind who carries out what has fallen due.

import { closeMemberDays } from './close-member-days.ts'
import { closeStandups } from './close-standups.ts'
import { planTeamDays } from './plan-day.ts'
import { postWeeklyBoards } from './post-weekly-board.ts'
import { promptStandups } from './prompt-standups.ts'
import { remindStandups } from './remind-standups.ts'
import type { DueHandlers } from './run-due.ts'

export const DUE_HANDLERS: DueHandlers = {
  'plan-day': planTeamDays,
  prompt: promptStandups,
  remind: remindStandups,
  'member-close': closeMemberDays,
  close: closeStandups,
  'weekly-board': postWeeklyBoards,
}
