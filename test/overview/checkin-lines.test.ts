// What whoever leads a team reads of today's check-in: who is missing, or why nobody is, and of which team that is.
import { expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { checkinLines } from '../../src/overview/slack/checkin-lines.ts'

const said = (asked: number, restsToday: boolean, hasBelow = false): string[] =>
  checkinLines({ asked, restsToday, missing: [], away: [] }, { nameOf: {} }, hasBelow, BOT.translator('en'))

test.each([
  [4, false, ':white_check_mark: Today: all 4 people asked have answered (without you).'],
  [1, false, ':white_check_mark: Today: the one person asked has answered (without you).'],
  [0, false, 'Nobody else has been asked yet today.'],
  [0, true, 'Nobody else is asked today.'],
])('%i asked, rest day %s', (asked, restsToday, line) => {
  expect(said(asked, restsToday)).toEqual([line])
  expect(said(asked, restsToday, true)).toEqual([
    'Today in this team itself, without the teams below it:',
    line,
  ])
})
