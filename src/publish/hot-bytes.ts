/** How many bytes of the most wanted resources ride inside the Worker, unless told otherwise. */
export const HOT_BYTES = 512 * 1024
