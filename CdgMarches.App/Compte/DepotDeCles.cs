using System.Xml.Linq;
using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CdgMarches.App.Compte;

/// <summary>Garde les clés de protection dans la base : une session survit au redémarrage et passe d'un nœud à l'autre.</summary>
internal sealed class DepotDeCles(IDbContextFactory<MarchesDbContext> donnees)
    : IXmlRepository,
        IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var contexte = donnees.CreateDbContext();
        return [.. contexte.ClesDeProtection.AsNoTracking().Select(c => c.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var contexte = donnees.CreateDbContext();
        contexte.Add(new CleDeProtection(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        contexte.SaveChanges();
    }
}
