/** "Main Street 12, 97201 Springfield"; parts that are not known are left out. */
export function addressLine(address: { street: string; houseNumber: string; city: string; postcode: string }): string {
  return [[address.street, address.houseNumber].filter(Boolean).join(' '), [address.postcode, address.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}
