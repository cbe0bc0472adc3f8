// Lists what numbers and boards listens to.

import { boardCommand, showBoardFromButton, showMyPlace } from '../../boards/slack/board-command.ts'
import type { Area } from '../../slack/area.ts'
import { helpCommand } from '../../slack/help-command.ts'
import { NUMBERS } from '../../slack/ids.ts'
import { correctCommand, redrawCorrection, submitCorrection } from './correct.ts'
import { logCommand } from './log-command.ts'
import {
  chooseLogDate,
  chooseLogTeam,
  openLogFromButton,
  openLogFromShortcut,
  submitLogForm,
} from './log-form-command.ts'
import { keepUnusual, undoLine } from './log-line-command.ts'
import { meCommand, showMineFromButton } from './me.ts'

export const numbersArea: Area = {
  commands: [
    {
      word: 'log',
      aliases: ['填报', '填報', '记录', '記錄', '紀錄', '登记', '登記', '录入', '輸入'],
      run: logCommand,
    },
    {
      word: 'board',
      aliases: ['leaderboard', 'ranking', '排行', '排行榜', '排名', '榜单', '榜單'],
      run: boardCommand,
    },
    { word: 'me', aliases: ['mine', '我', '我的'], run: meCommand },
    { word: 'correct', aliases: ['correction', '更正', '修正'], run: correctCommand },
    { word: 'help', aliases: ['?', '帮助', '幫助', '说明', '說明'], run: helpCommand },
  ],
  actions: {
    [NUMBERS.myPlace]: showMyPlace,
    [NUMBERS.undo]: undoLine,
    [NUMBERS.keep]: keepUnusual,
    [NUMBERS.openLog]: openLogFromButton,
    [NUMBERS.showBoard]: showBoardFromButton,
    [NUMBERS.showMine]: showMineFromButton,
    [NUMBERS.logTeam]: chooseLogTeam,
    [NUMBERS.logDate]: chooseLogDate,
    [NUMBERS.correctDate]: redrawCorrection,
    [NUMBERS.correctMetric]: redrawCorrection,
  },
  submits: {
    [NUMBERS.logForm]: submitLogForm,
    [NUMBERS.correctForm]: submitCorrection,
  },
  shortcuts: { [NUMBERS.logShortcut]: openLogFromShortcut },
  events: {},
}
