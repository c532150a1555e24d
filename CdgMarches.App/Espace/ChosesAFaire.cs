using CdgMarches.App.Conventions;
using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Parametres;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Les documents qu'un membre doit rendre pour sa convention, ou venir chercher à sa fin.</summary>
internal sealed class ConventionsAFaire(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    HorlogeLegale horloge
) : ISourceDuMembre
{
    public async Task<IReadOnlyList<ChoseAFaire>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var conventions = await contexte
            .ConventionsDAcces.AsNoTracking()
            .AsSplitQuery()
            .DuPerimetre(acteur)
            .Where(c => c.AbandonneeLe == null)
            .Where(c => c.PremierJour == null || (c.Restitution != null && c.Restitution.RecueLe == null))
            .ToListAsync(annulation);
        var delai = (await parametres.ValeursAsync(annulation)).DelaiDUsage(
            CodesDesConventions.RetourDesPieces,
            horloge.Aujourdhui
        );
        return [.. conventions.SelectMany(c => AFaire(c, delai))];
    }

    private static IEnumerable<ChoseAFaire> AFaire(ConventionDAcces c, int delai)
    {
        if (c.PiecesAttendues is { Count: > 0 } attendues)
        {
            yield return new ChoseAFaire(
                "Rendre des documents",
                $"Convention d'accès {c.Reference} : {string.Join(", ", attendues.Select(n => n.Libelle().ToLower(Francais.Culture)))}",
                c.PrepareeLe.AddMonths(delai),
                10,
                "Déposer",
                "/espace/conventions"
            );
        }

        if (c.Restitution is { MiseADispositionLe: not null, EstTerminee: false } && c.DernierJour is { } fin)
        {
            yield return new ChoseAFaire(
                "Reprendre nos documents",
                $"Convention d'accès {c.Reference} : ils sont à notre disposition au centre de gestion",
                fin,
                15,
                "Voir lesquels",
                "/espace/conventions"
            );
        }
    }
}

/// <summary>Les notes d'organisation d'une consultation auxquelles un membre n'a pas répondu.</summary>
internal sealed class NotesAuxquellesRepondre(LireNotesDuMembre lire, HorlogeLegale horloge) : ISourceDuMembre
{
    public async Task<IReadOnlyList<ChoseAFaire>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default) =>
        [
            .. (await lire.ExecuterAsync(acteur, null, horloge.Aujourdhui, annulation))
                .Where(n => n.Sens is null)
                .Select(n => new ChoseAFaire(
                    "Répondre à une note d'organisation",
                    $"{n.NomDuMembre} · {n.Objet}",
                    n.ReponseAvant,
                    10,
                    "Lire la note",
                    $"/espace/procedures/{n.Procedure.Valeur}"
                )),
        ];
}

/// <summary>Les avenants que l'assemblée d'un membre doit encore approuver.</summary>
internal sealed class AvenantsAApprouver(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    HorlogeLegale horloge
) : ISourceDuMembre
{
    public async Task<IReadOnlyList<ChoseAFaire>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        // No text sets a date for an approval: the usual delay for an act to come back is shown.
        var delai = (await parametres.ValeursAsync(annulation)).DelaiDUsage(
            CodesDesConventions.PiecesDAdhesion,
            horloge.Aujourdhui
        );
        return
        [
            .. (await LireAvenantsDuMembre.AttendusAsync(contexte, acteur, horloge.Aujourdhui, annulation)).Select(
                a => new ChoseAFaire(
                    "Approuver un avenant",
                    $"{a.Membre} · {a.Groupement}, avenant {a.Numero.ToString(Francais.Culture)} : {a.Objet}",
                    a.SoumisLe.AddMonths(delai),
                    10,
                    "Lire le texte",
                    $"/espace/avenants/{a.Reponse.Valeur}"
                )
            ),
        ];
    }
}

/// <summary>Les dossiers d'adhésion qu'un membre doit compléter.</summary>
internal sealed class AdhesionsAFaire(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    HorlogeLegale horloge
) : ISourceDuMembre
{
    public async Task<IReadOnlyList<ChoseAFaire>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        var siennes = acteur.Perimetre.Collectivites;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dossiers = await contexte
            .DossiersDAdhesion.AsNoTracking()
            .AsSplitQuery()
            .Where(d => siennes.Contains(d.Collectivite))
            .Where(d => d.Etat == EtatDAdhesion.Invitee || d.Etat == EtatDAdhesion.EnCours)
            .ToListAsync(annulation);
        var delai = (await parametres.ValeursAsync(annulation)).DelaiDUsage(
            CodesDesConventions.PiecesDAdhesion,
            horloge.Aujourdhui
        );
        var groupements = dossiers.Select(d => d.Groupement).Distinct().ToList();
        var noms = await contexte
            .Groupements.Where(g => groupements.Contains(g.Id))
            .Select(g => new { g.Id, Nom = AppellationDuGroupement.AvecMillesime(g.Nom, g.Millesime) })
            .ToDictionaryAsync(g => g.Id, g => g.Nom, annulation);
        return
        [
            .. dossiers
                .Where(d => LireAdhesionsDuMembre.Attendus(d).Count > 0)
                .Select(d => new ChoseAFaire(
                    d.CorrectionEnCours is null ? "Compléter notre adhésion" : "Corriger une pièce de notre adhésion",
                    $"{noms[d.Groupement]} : {Formats.Compter(LireAdhesionsDuMembre.Attendus(d).Count, "pièce attendue", "pièces attendues")}",
                    d.AttenduLe ?? d.OuvertLe.AddMonths(delai),
                    15,
                    "Voir ce qui manque",
                    $"/espace/adhesions/{d.Id.Valeur}"
                )),
        ];
    }
}
