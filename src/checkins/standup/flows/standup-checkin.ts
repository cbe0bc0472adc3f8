// The standup as the steps that every check-in shares know it: its kind, its messages, who has answered, and the board at its close.
import { postDayBoard } from '../../../boards/flows/post-board.ts'
import type { Context } from '../../../core/context.ts'
import type { Transaction } from '../../../core/db/client.ts'
import { teamNumbersDate } from '../../../numbers/domain/numbers-day.ts'
import type { TeamDay } from '../../../org/domain/team-day.ts'
import { byDate } from '../../../schedule/flows/due-batch.ts'
import type { ByCheckin, Checkin } from '../../flows/checkin.ts'
import { answeredAmong, closeEntries, entriesOfTeams } from '../db/standups.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'
import { STANDUP_MESSAGES } from '../domain/standup-messages.ts'

export const STANDUP_CHECKIN: Checkin = {
  kind: STANDUP_KIND,
  messages: STANDUP_MESSAGES,
  answeredAmong,
  entriesOfTeams,
  closeEntries,
  atClose: { run: postBoards, lateReason: 'board-too-late' },
}

export const byStandup: ByCheckin = (items) =>
  byDate(items).map((sameDate) => ({ checkin: STANDUP_CHECKIN, ...sameDate }))

async function postBoards(tx: Transaction, context: Context, days: readonly TeamDay[]): Promise<void> {
  for (const { team, settings, calendar, date } of days) {
    const ranked = teamNumbersDate(settings, calendar, date)
    await postDayBoard(tx, context, { workspaceId: team.workspaceId, teamId: team.teamId, date: ranked })
  }
}
