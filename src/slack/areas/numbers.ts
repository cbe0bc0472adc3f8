// Lists what numbers and boards listens to.
import type { Area } from '../area.ts'
import { boardCommand, showBoardFromButton, showMyPlace } from '../commands/board.ts'
import { correctCommand, redrawCorrection, submitCorrection } from '../commands/correct.ts'
import { helpCommand } from '../commands/help.ts'
import { logCommand } from '../commands/log.ts'
import {
  chooseLogDate,
  chooseLogTeam,
  openLogFromButton,
  openLogFromShortcut,
  submitLogForm,
} from '../commands/log-form.ts'
import { keepUnusual, undoLine } from '../commands/log-line.ts'
import { meCommand, showMineFromButton } from '../commands/me.ts'
import { NUMBERS } from '../ids.ts'

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
