using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Les durées et les délais que le CDG propose à une nouvelle convention : ses valeurs datées, à défaut la convention type.</summary>
public sealed class LireReglesUsuelles(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<ReglesDAcces> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jour = horloge.Aujourdhui;
        var codes = CodesDesConventions.Tous.Select(c => c.Code).ToList();
        var valeurs = new ValeursDatees(
            await contexte.Set<ValeurDatee>().AsNoTracking().Where(v => codes.Contains(v.Code)).ToListAsync(annulation)
        );
        var type = ReglesDAcces.Usuelles;
        return type with
        {
            DureeInitialeEnAnnees = Lire(CodesDesConventions.DureeInitiale, type.DureeInitialeEnAnnees),
            PreavisDeLaCollectiviteEnMois = Lire(CodesDesConventions.PreavisDeLaCollectivite, type.PreavisDeLaCollectiviteEnMois),
            PreavisDuCdgEnMois = Lire(CodesDesConventions.PreavisDuCdg, type.PreavisDuCdgEnMois),
            DelaiDeMiseEnDemeureEnJours = Lire(CodesDesConventions.DelaiDeMiseEnDemeure, type.DelaiDeMiseEnDemeureEnJours),
            Reconduction =
                valeurs.EnVigueur(CodesDesConventions.Reconduction, jour)?.Texte is { } texte
                && Enum.TryParse<Reconduction>(texte, out var reconduction)
                    ? reconduction
                    : type.Reconduction,
        };

        int Lire(string code, int defaut) => (int?)valeurs.EnVigueur(code, jour)?.Nombre ?? defaut;
    }
}
