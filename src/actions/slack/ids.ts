// Action and callback ids of action items.
export const ACTION_ITEMS = {
  /** Button of one item. Its value says where it stands: '<place> <kind> <id>'. */
  done: 'todo.done',
  /** Button of one item, and the menu of a list, that open the form. The same values. */
  change: 'todo.change',
  form: 'todo.form',
} as const
