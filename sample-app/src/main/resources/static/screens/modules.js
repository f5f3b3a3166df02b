import { day, money } from '../lib/format.js';

const name = (value) => value?.name ?? '';

/* A column of a list: what it is called, which field it shows, and how. Wide ones are left out where there is no room. */
const text = (label, field, options = {}) => ({ label, field, show: (record) => record[field] ?? '', ...options });
const changed = text('Changed', 'Modified_Time', { wide: true, show: (record) => day(record.Modified_Time?.slice(0, 10)), sortBy: (record) => record.Modified_Time ?? '' });

const person = (record) => [record.First_Name, record.Last_Name].filter(Boolean).join(' ');

/* What differs between the modules that have a screen of their own */
export const MODULES = {
	contacts: {
		title: 'Contacts',
		one: 'contact',
		One: 'Contact',
		many: 'contacts',
		search: 'First name, last name or email address begins with',
		fields: ['First_Name', 'Last_Name', 'Account_Name', 'Email', 'Phone', 'Mailing_City', 'Modified_Time'],
		nameOf: person,
		detail: (record) => record.Email,
		columns: [
			{ label: 'Name', field: 'Last_Name', link: true, show: person, sortBy: (record) => `${record.Last_Name ?? ''} ${record.First_Name ?? ''}` },
			{ label: 'Company', field: 'Account_Name', wide: true, show: (record) => name(record.Account_Name) },
			text('Email', 'Email', { long: true }),
			text('Phone', 'Phone', { narrow: true }),
			text('City', 'Mailing_City', { wide: true }),
			changed
		]
	},
	companies: {
		title: 'Companies',
		one: 'company',
		One: 'Company',
		many: 'companies',
		search: 'Name begins with',
		fields: ['Account_Name', 'Phone', 'Website', 'Billing_City', 'Modified_Time'],
		nameOf: (record) => record.Account_Name,
		// what tells those of the same name apart
		detail: (record) => record.Billing_City,
		columns: [
			text('Name', 'Account_Name', { link: true }),
			text('Phone', 'Phone'),
			text('Website', 'Website', { wide: true }),
			text('City', 'Billing_City', { narrow: true }),
			changed
		]
	},
	products: {
		title: 'Products',
		one: 'product',
		One: 'Product',
		many: 'products',
		search: 'Name or code begins with',
		fields: ['Product_Name', 'Product_Code', 'Product_Category', 'Unit_Price', 'Product_Active', 'Modified_Time'],
		nameOf: (record) => record.Product_Name,
		detail: (record) => record.Product_Code,
		columns: [
			text('Name', 'Product_Name', { link: true }),
			text('Code', 'Product_Code', { wide: true }),
			text('Category', 'Product_Category', { narrow: true }),
			text('Price', 'Unit_Price', { number: true, show: (record) => money(record.Unit_Price), sortBy: (record) => record.Unit_Price ?? -Infinity }),
			text('Active', 'Product_Active', { wide: true, show: (record) => record.Product_Active ? 'yes' : 'no' }),
			changed
		]
	}
};

/* What a record is called, whatever it is: names that are only spaces are none */
export const nameOf = (module, record) => MODULES[module].nameOf(record)?.trim() || `${MODULES[module].one} without a name`;
