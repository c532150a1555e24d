using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Conventions;

/// <summary>Les durées et les délais que le CDG propose à une nouvelle convention : ses valeurs datées, à défaut la convention type.</summary>
public sealed class LireReglesUsuelles(LireParametres parametres, HorlogeLegale horloge)
{
    public async Task<ReglesDAcces> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        return (await parametres.ValeursAsync(annulation)).ReglesUsuelles(horloge.Aujourdhui);
    }
}
