// The app's home tab on a person's screen.
import { homeOf, type View } from '../state/views.ts'
import type { ActionResult } from './block-actions.ts'
import type { Entry } from './fields.ts'
import type { Person } from './person.ts'
import { choose, findPlaced, press, putValue, type Target } from './press.ts'
import { openHome } from './say.ts'
import { wordsOf } from './words.ts'

export class Home {
  private readonly person: Person

  constructor(person: Person) {
    this.person = person
  }

  get view(): View | undefined {
    return homeOf(this.person.workspace, this.person.user.id)
  }

  /** Goes to the tab: the app is told, and may publish. */
  open(): void {
    openHome(this.person)
  }

  words(): string {
    return wordsOf(this.person, this.view?.blocks ?? [], this.view?.values).join('\n')
  }

  /** Waits until the tab shows these words. */
  async waitFor(about: string, timeoutMs?: number): Promise<this> {
    await this.person.waitFor(() => this.words().includes(about), timeoutMs)
    return this
  }

  async click(target: Target): Promise<ActionResult> {
    const { view, placed } = await this.find(target)
    return press(this.person, { view }, placed, typeof target === 'string' ? target : undefined)
  }

  async choose(target: Target, entry: Entry): Promise<ActionResult> {
    const { view, placed } = await this.find(target)
    return choose(this.person, { view }, placed, entry)
  }

  /** Puts something into a field; the app hears of it with the next press. */
  async enter(target: Target, entry: Entry): Promise<void> {
    const { view, placed } = await this.find(target)
    putValue(this.person, view.values, placed, entry)
  }

  private find(target: Target) {
    return this.person.waitFor(() => {
      const view = this.view
      const placed = view && findPlaced(view.blocks, target)
      return view && placed ? { view, placed } : undefined
    })
  }
}
