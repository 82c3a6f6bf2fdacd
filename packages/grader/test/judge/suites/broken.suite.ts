throw new Error('a suite with a mistake');
