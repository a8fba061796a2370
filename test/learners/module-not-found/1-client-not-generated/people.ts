export const people = ["ada", "grace"];
