/** What is written into until it is over, and read by everybody else. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
