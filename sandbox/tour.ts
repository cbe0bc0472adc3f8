// What a visitor is invited to try, step by step; whoever starts the local Slack says it, with sandbox.tour.

export interface TourStep {
  title: string
  text: string
  /** The words of its button. */
  action: string
  /** Whether it was done. */
  done: boolean
  /** As whom the button goes where: `app`, `home` or a conversation's id. */
  user: string
  place: string
  /** Typed into the composer there. */
  draft?: string
  /** How the clock is moved then, as the operation `clock` takes it. */
  move?: { to: string; user: string }
}

export interface Tour {
  title: string
  intro: string
  steps: TourStep[]
  /** Another one to go on with. */
  more?: Tour
}
