using CdgMarches.App.Demarrage;

return await Programme.ExecuterAsync(args);
