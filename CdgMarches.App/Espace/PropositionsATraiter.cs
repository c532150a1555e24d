using CdgMarches.App.Accueil;
using CdgMarches.App.Conventions;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Espace;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Ce que les membres ont proposé ou rendu et que le CDG n'a pas encore relu.</summary>
internal sealed class PropositionsATraiter(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    HorlogeLegale horloge
) : ISourceATraiter
{
    public async Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        List<CarteATraiter> cartes = [];
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (acteur.Peut(Droits.GererCollectivites))
        {
            var delai = (await parametres.ValeursAsync(annulation)).DelaiDUsage(
                CodesDesConventions.RelectureDesPropositions,
                horloge.Aujourdhui
            );
            var retard = horloge.Maintenant.AddDays(-delai);
            var attendent = contexte.Propositions.Where(p => p.Etat == EtatDeProposition.EnAttente);
            cartes.Add(
                new CarteATraiter(
                    "Changements proposés par les membres",
                    await attendent.CountAsync(annulation),
                    await attendent.CountAsync(p => p.ProposeeLe < retard, annulation),
                    $"/collectivites/propositions?etat={EtatDeProposition.EnAttente}",
                    "À accepter, ou à refuser en disant pourquoi",
                    Ordre: 45
                )
            );
        }

        if (acteur.Peut(Droits.GererConventions))
        {
            cartes.Add(
                new CarteATraiter(
                    "Documents de conventions à relire",
                    await contexte.ConventionsDAcces.CountAsync(
                        c => c.AbandonneeLe == null && c.Pieces.Any(p => p.Etat == EtatDePiece.Recue),
                        annulation
                    ),
                    EnRetard: 0,
                    $"/conventions?suite={LireConventions.PiecesARelire}",
                    "Délibérations et conventions signées, déposées par les membres",
                    Ordre: 46
                )
            );
        }

        return cartes;
    }
}
