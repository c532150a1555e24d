using CdgMarches.App.Accueil;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Les demandes d'assistance sans réponse et les comptes restés ouverts après la fin d'une convention.</summary>
internal sealed class RegistresATraiter(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    HorlogeLegale horloge
) : ISourceATraiter
{
    public async Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        if (!acteur.Peut(Droits.GererConventions))
        {
            return [];
        }

        var jour = horloge.Aujourdhui;
        var delai = (await parametres.ValeursAsync(annulation)).DelaiDUsage(CodesDesConventions.ReponseDAssistance, jour);
        var retard = horloge.Maintenant.AddDays(-delai);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var sansReponse = contexte.DemandesDAssistance.Where(d => d.RepondueLe == null);
        var aFermer = await (
            from compte in contexte.ComptesDePlateforme
            join convention in contexte.ConventionsDAcces on compte.Convention equals convention.Id
            where compte.FermeLe == null && convention.DernierJour < jour
            select compte.Id
        ).CountAsync(annulation);
        return
        [
            new CarteATraiter(
                "Demandes d'assistance sans réponse",
                await sansReponse.CountAsync(annulation),
                await sansReponse.CountAsync(
                    d => d.ReponseAvant != null ? d.ReponseAvant < jour : d.RecueLe < retard,
                    annulation
                ),
                "/conventions/assistance?etat=sans-reponse",
                $"En retard au-delà de {Formats.Compter(delai, "jour")}",
                Ordre: 40
            ),
            new CarteATraiter(
                "Comptes de plateforme à fermer",
                aFermer,
                aFermer,
                $"{AdressesDesConventions.Liste}?suite={LireConventions.ComptesAFermer}",
                "Leur convention a pris fin",
                Ordre: 36
            ),
        ];
    }
}
