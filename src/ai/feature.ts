// Text of a language model: drafts, summaries, coaching and answers in plain words, made of what the database says alone.
import type { Feature } from '../feature.ts'
import { answerInPlainWords } from './slack/answer-question.ts'
import { modelAuditKinds } from './slack/audit-kinds.ts'
import { openBudget, submitBudget } from './slack/budget-form.ts'
import { draftReport } from './slack/draft-text.ts'
import { askSection } from './slack/home-section.ts'
import { AI_TEXT, MODEL } from './slack/ids.ts'
import { privacyCommand, switchInTeam, switchInWorkspace, turnRequests } from './slack/privacy-command.ts'
import { openSwitch, submitSwitch, switchLine } from './slack/switch-form.ts'
import { coach, coachButton, sumUp, sumUpButton } from './slack/text-buttons.ts'
import { words } from './words/words.ts'

export const ai: Feature = {
  name: 'ai',
  words,
  actions: {
    [AI_TEXT.coach]: coach,
    [AI_TEXT.sumUp]: sumUp,
    [MODEL.requests]: turnRequests,
    [MODEL.workspace]: switchInWorkspace,
    [MODEL.team]: switchInTeam,
    [MODEL.openSwitch]: openSwitch,
    [MODEL.budget]: openBudget,
  },
  submits: { [MODEL.budgetForm]: submitBudget, [MODEL.switchForm]: submitSwitch },
  workspaceLines: [(t) => switchLine(null, t)],
  questions: [answerInPlainWords],
  home: [askSection],
  draftReport,
  repButtons: [coachButton],
  teamButtons: [sumUpButton],
  commands: [
    {
      word: 'privacy',
      aliases: ['language model', '隐私', '隱私', '语言模型', '語言模型'],
      help: { place: 57, text: 'help.privacy', audience: 'everyone' },
      run: privacyCommand,
    },
  ],
  sensitive: [
    ...[MODEL.workspace, MODEL.team, MODEL.openSwitch, MODEL.switchForm],
    ...[MODEL.budget, MODEL.budgetForm],
  ],
  auditKinds: modelAuditKinds,
}
