using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Vie;

/// <summary>Prévoit une réunion du comité de suivi avec les personnes désignées ce jour-là.</summary>
public sealed class PrevoirReunion(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<ReunionDeComiteId> ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        DateOnly le,
        TimeOnly heure,
        string? lieu,
        string? ordreDuJour,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupement = await contexte.GroupementAsync(acteur, id, annulation);
        Verdict.De(new GroupementNonClos(groupement.Etat)).Exiger();
        var convention = await contexte.ConventionAsync(acteur, id, annulation);
        var reunion = ReunionDeComite.Prevoir(
            id,
            le,
            heure,
            lieu,
            ordreDuJour,
            [.. convention.Comite.Where(d => d.EstEnVigueur(le))]
        );
        contexte.Add(reunion);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return reunion.Id;
    }
}

/// <summary>Un changement d'une réunion du comité.</summary>
public abstract record ChangementDeReunion
{
    private ChangementDeReunion() { }

    /// <summary>Envoie l'invitation à chacun, avec son entrée d'agenda.</summary>
    public sealed record Invitation : ChangementDeReunion;

    /// <summary>Change le jour, l'heure, le lieu ou l'ordre du jour ; ceux que l'on avait invités en sont avertis.</summary>
    public sealed record NouvelleDate(DateOnly Le, TimeOnly Heure, string? Lieu, string? OrdreDuJour) : ChangementDeReunion;

    /// <summary>Annule la réunion ; ceux que l'on avait invités en sont avertis, et leur agenda la retire.</summary>
    public sealed record Annulation(string? Motif) : ChangementDeReunion;

    public sealed record Presents(IReadOnlySet<Guid> Cles) : ChangementDeReunion;

    public sealed record CompteRendu(string? Texte) : ChangementDeReunion;

    public sealed record NouvelleAction(string? Libelle, string? Responsable, DateOnly? PourLe) : ChangementDeReunion;

    public sealed record ActionTerminee(Guid Action) : ChangementDeReunion;
}

/// <summary>Tient une réunion du comité : invitations, présences, compte rendu, actions. Ni quorum ni décision (RG7.04).</summary>
public sealed class TenirReunion(IDbContextFactory<MarchesDbContext> donnees, MessagesDuComite messages, HorlogeLegale horloge)
{
    /// <returns>La phrase du succès, quand des personnes ont été écrites ou restent à prévenir ; vide sinon.</returns>
    public async Task<string> ExecuterAsync(
        Acteur acteur,
        ReunionDeComiteId id,
        int versionLue,
        ChangementDeReunion changement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reunion = await contexte.ReunionsDeComite.AGererAsync(acteur, r => r.Groupement, r => r.Id == id, annulation);
        contexte.ExigerVersion(reunion, versionLue);
        var phrase = "";
        switch (changement)
        {
            case ChangementDeReunion.Invitation:
                reunion.Inviter(horloge.Aujourdhui);
                phrase = await EcrireAsync(CourrielsDeGroupement.Comite, "Les invitations sont en route.");
                break;
            case ChangementDeReunion.NouvelleDate c:
                var change = reunion.Modifier(c.Le, c.Heure, c.Lieu, c.OrdreDuJour);
                phrase =
                    change && reunion.InviteeLe is not null && reunion.PeutInviter(horloge.Aujourdhui).EstFavorable
                        ? await EcrireAsync(
                            CourrielsDeGroupement.ComiteModifie,
                            "La réunion est modifiée ; les personnes invitées en sont averties et leur agenda se met à jour."
                        )
                        : "La réunion est modifiée.";
                break;
            case ChangementDeReunion.Annulation c:
                reunion.Annuler(c.Motif, horloge.Aujourdhui);
                phrase = reunion.InviteeLe is null
                    ? "La réunion est annulée ; personne n'y était encore invité."
                    : await EcrireAsync(
                        CourrielsDeGroupement.ComiteAnnule,
                        "La réunion est annulée ; les personnes invitées en sont averties et leur agenda la retire.",
                        c.Motif
                    );
                break;
            case ChangementDeReunion.Presents c:
                reunion.ReleverPresences(c.Cles, horloge.Aujourdhui);
                break;
            case ChangementDeReunion.CompteRendu c:
                reunion.RendreCompte(c.Texte, horloge.Aujourdhui);
                break;
            case ChangementDeReunion.NouvelleAction c:
                reunion.AjouterAction(c.Libelle, c.Responsable, c.PourLe);
                break;
            case ChangementDeReunion.ActionTerminee c:
                reunion.TerminerAction(c.Action, horloge.Aujourdhui);
                break;
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return phrase;

        async Task<string> EcrireAsync(DefinitionDeModele definition, string fait, string? motif = null)
        {
            var sansCourriel = await messages.DeposerAsync(contexte, acteur, reunion, definition, motif, annulation);
            return EntreesDAgenda.DireQuiReste(fait, sansCourriel);
        }
    }
}

/// <summary>Une réunion dans la liste.</summary>
public sealed record LigneDeReunion(
    ReunionDeComiteId Id,
    DateOnly Le,
    string Lieu,
    DateOnly? InviteeLe,
    bool EstAnnulee,
    bool ACompteRendu,
    int ActionsOuvertes
);

/// <summary>Une réunion, ce que l'on peut y faire ce jour, et le nom de chaque collectivité représentée.</summary>
public sealed record FicheDeReunion(
    ReunionDeComite Reunion,
    Verdict PeutModifier,
    Verdict PeutInviter,
    Verdict PeutRelever,
    IReadOnlyDictionary<CollectiviteId, string> Noms
);

/// <summary>Les réunions du comité d'un groupement, et l'une d'elles.</summary>
public sealed class LireReunions(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<LigneDeReunion>> ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var duPerimetre = acteur.Perimetre.Comprend(id);
        var reunions = contexte.ReunionsDeComite.AsNoTracking().Where(r => r.Groupement == id && duPerimetre);
        return new PageDe<LigneDeReunion>(
            await reunions
                .OrderByDescending(r => r.Le)
                .ThenBy(r => r.Id)
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .Select(r => new LigneDeReunion(
                    r.Id,
                    r.Le,
                    r.Lieu,
                    r.InviteeLe,
                    r.AnnuleeLe != null,
                    r.CompteRendu != null,
                    r.Actions.Count(a => a.FaiteLe == null)
                ))
                .ToListAsync(annulation),
            await reunions.CountAsync(annulation)
        );
    }

    public async Task<FicheDeReunion?> FicheAsync(
        Acteur acteur,
        GroupementId groupement,
        ReunionDeComiteId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reunion = acteur.Perimetre.Comprend(groupement)
            ? await contexte
                .ReunionsDeComite.AsNoTracking()
                .SingleOrDefaultAsync(r => r.Id == id && r.Groupement == groupement, annulation)
            : null;
        return reunion is null
            ? null
            : new FicheDeReunion(
                reunion,
                reunion.PeutModifier(),
                reunion.PeutInviter(horloge.Aujourdhui),
                reunion.PeutRelever(horloge.Aujourdhui),
                await contexte.NomsAsync([.. reunion.Presences.Select(p => p.Collectivite).Distinct()], annulation)
            );
    }
}
