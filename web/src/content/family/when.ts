/** How a time and a length are said. */
export const times = {
  today: (time: string) => `Today at ${time}`,
  tomorrow: (time: string) => `Tomorrow at ${time}`,
  later: (day: string, time: string) => `${day} at ${time}`,
  minutes: (count: string) => `About ${count} minutes`,
  hour: 'About one hour',
  hourAndMinutes: (count: string) => `About one hour and ${count} minutes`,
  hours: (count: string) => `About ${count} hours`,
  hoursAndMinutes: (hours: string, count: string) => `About ${hours} hours and ${count} minutes`,
};
