// Answers a click in a form that says at once what is being done and then has the answer; whoever has closed it gets the answer by direct message.
import type { ModalView, RenderedMessage } from './blocks.ts'
import { faultText, messageAsModal, textMessage } from './receivers/receiver.ts'
import type { ActionRequest } from './requests.ts'

interface Answering {
  /** What is being done. */
  status: string
  /** Begun already: the form opens beside it. */
  answer: Promise<RenderedMessage>
  form?: (message: RenderedMessage) => ModalView
}

/** Slack is acknowledged at once; nothing that was written is lost. */
export function answerInForm(
  call: Pick<ActionRequest, 't' | 'view' | 'open' | 'push' | 'later' | 'tellPrivately'>,
  { status, answer, form = messageAsModal }: Answering,
): void {
  let fault: unknown = null
  const message = answer.catch((thrown: unknown) => {
    fault = thrown
    return textMessage(faultText(thrown, call.t))
  })
  const closed = async () => void (await call.tellPrivately(await message))
  call.later(async () => {
    const show = call.view ? call.push : call.open
    await show(form(textMessage(status)), message.then(form), closed)
    // For the log.
    if (fault !== null) throw fault
  })
}
