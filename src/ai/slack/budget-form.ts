// The form for the month's budget of the language model, which an admin opens from `/kpi privacy`.
import { numberFormat } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { parseAmount } from '../../numbers/domain/amount.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { field, modal, section, textInput, typedIn } from '../../slack/fields.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, SubmitHandler } from '../../slack/requests.ts'
import { type Budget, changeBudget, loadBudget } from '../flows/change-budget.ts'
import { MODEL } from './ids.ts'

export const BUDGET_FIELD = 'tokens'
const MOST_TOKENS = 1_000_000_000_000
const TYPED_LENGTH = 40

const amountText = (tokens: number, t: Translate) => numberFormat(t.locale, {}).format(tokens)

export const openBudget: ActionHandler = async (call, context) => {
  const budget = await loadBudget(context, call.who)
  if (budget.ok) await call.open(budgetView(budget, call.t))
  else await call.replyEphemeral(textMessage(call.t('privacy.notAllowed')))
}

export const submitBudget: SubmitHandler = async ({ who, t, state }, context) => {
  const tokens = readTokens(typedIn(state, BUDGET_FIELD))
  if (!tokens.ok) return { kind: 'errors', errors: { [BUDGET_FIELD]: t('budget.unreadable') } }
  const changed = await changeBudget(context, who, tokens.value)
  const budget = await loadBudget(context, who)
  if (!changed.ok || !budget.ok)
    return { kind: 'errors', errors: { [BUDGET_FIELD]: t('privacy.notAllowed') } }
  return { kind: 'update', view: budgetSavedView(budget, t) }
}

/** As numbers are typed everywhere: '500,000', '50万', '2m'. Null: the field is empty. */
function readTokens(typed: string): { ok: true; value: number | null } | { ok: false } {
  if (typed.trim() === '') return { ok: true, value: null }
  const read = parseAmount(typed, {
    ...{ unit: 'count', currency: null, decimals: 0, hardMin: 0, hardMax: MOST_TOKENS },
  })
  return read.ok ? read : { ok: false }
}

export function budgetView({ own, operators, used }: Budget, t: Translate): ModalView {
  const hint =
    operators === null ? t('budget.hint') : t('budget.hintOperators', { tokens: amountText(operators, t) })
  return modal({
    callbackId: MODEL.budgetForm,
    title: t('budget.title'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: {},
    blocks: [
      section(t('budget.used', { tokens: amountText(used, t) })),
      field(
        BUDGET_FIELD,
        t('budget.tokens'),
        textInput(own === null ? '' : amountText(own, t), { maxLength: TYPED_LENGTH }),
        { hint, optional: true },
      ),
    ],
  })
}

function budgetSavedView({ own, operators, used }: Budget, t: Translate): ModalView {
  const holds = own ?? operators
  return modal({
    callbackId: MODEL.budgetForm,
    title: t('budget.title'),
    submit: null,
    close: t('common.close'),
    metadata: {},
    blocks: [
      section(holds === null ? t('budget.none') : t('budget.saved', { tokens: amountText(holds, t) })),
      section(t('budget.used', { tokens: amountText(used, t) })),
      ...(holds !== null && used >= holds ? [section(t('budget.over'))] : []),
    ],
  })
}
