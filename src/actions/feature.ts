// Action items: what one person is accountable for by a date, wherever it came from; one list, one reminder a day at most.
import type { Feature } from '../feature.ts'
import { actionPermissions } from './domain/permissions.ts'
import { ACTIONS_DUE, OWNER_MORNING, planActionReminders } from './domain/plan-reminders.ts'
import { onDeactivated, onHandedOver, onLeavers, onStoodIn } from './flows/pass-on.ts'
import { remindOwners } from './flows/remind-owners.ts'
import { submitAction } from './slack/action-form.ts'
import { actionsAuditKinds } from './slack/audit-kinds.ts'
import { ownActions } from './slack/home-section.ts'
import { ACTION_ITEMS } from './slack/ids.ts'
import { actionMessages } from './slack/messages.ts'
import { openChange, pressDone } from './slack/todo-actions.ts'
import { todoCommand } from './slack/todo-command.ts'
import { words } from './words/words.ts'

export const actions: Feature = {
  name: 'actions',
  words,
  permissions: actionPermissions,
  auditKinds: actionsAuditKinds,
  commands: [
    {
      word: 'todo',
      aliases: [
        'todos',
        'to-do',
        'tasks',
        'task',
        'action-items',
        '待办',
        '待办事项',
        '任务清单',
        '待辦',
        '待辦事項',
        '任務清單',
      ],
      help: { place: 48, text: 'help.todo', audience: 'everyone' },
      run: todoCommand,
    },
  ],
  actions: { [ACTION_ITEMS.done]: pressDone, [ACTION_ITEMS.change]: openChange },
  submits: { [ACTION_ITEMS.form]: submitAction },
  messages: actionMessages,
  dayPlanners: [planActionReminders],
  dueKinds: [
    { kind: ACTIONS_DUE, handle: remindOwners },
    { kind: OWNER_MORNING, handle: remindOwners, outsideDayPlans: true },
  ],
  home: [ownActions],
  reactions: [onLeavers, onDeactivated, onHandedOver, onStoodIn],
}
