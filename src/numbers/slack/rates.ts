// `/kpi rates`: everybody sees the plan rates of the fiscal year, admins set them.
import { readDate } from '../../slack/dates.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler, SubmitHandler } from '../../slack/requests.ts'
import { loadRates, setPlanRates } from '../flows/set-plan-rates.ts'
import {
  rateErrors,
  ratesSavedView,
  ratesText,
  ratesView,
  readRatesMetadata,
  readTypedRates,
} from './rates-form.ts'

export const ratesCommand: CommandHandler = async (call, context) => {
  const loaded = await loadRates(context, call.who, {})
  if (loaded.mayChange) await call.open(ratesView(loaded, call.t))
  else call.reply(textMessage(ratesText(loaded, call.t)))
}

/** Another fiscal year: its rates, in the currency in which it reports. */
export const chooseRatesYear: ActionHandler = async (call, context) => {
  const yearFrom = readDate(call.value)
  if (!yearFrom) return
  const loaded = await loadRates(context, call.who, { yearFrom })
  if (loaded.mayChange) await call.update(ratesView(loaded, call.t))
}

export const chooseReporting: ActionHandler = async (call, context) => {
  const wish = call.view && readRatesMetadata(call.view.metadata)
  if (!wish) return
  const loaded = await loadRates(context, call.who, { ...wish, reporting: call.value })
  if (loaded.mayChange) await call.update(ratesView(loaded, call.t))
}

export const submitRates: SubmitHandler = async ({ who, t, metadata, state }, context) => {
  const wish = readRatesMetadata(metadata)
  const typed = wish && readTypedRates(state, wish)
  const done = wish && typed && (await setPlanRates(context, who, wish, typed))
  if (!done || (!done.ok && done.reason === 'not-allowed')) {
    const [first] = Object.keys(state)
    return first ? { kind: 'errors', errors: { [first]: t('workspace.onlyAdmins') } } : { kind: 'close' }
  }
  if (done.ok) return { kind: 'update', view: ratesSavedView(done.facts, t) }
  if (done.reason === 'typed') return { kind: 'errors', errors: rateErrors(done.problems, wish, t) }
  return { kind: 'update', view: ratesView(done.facts, t, { typed, questions: done.questions }) }
}
