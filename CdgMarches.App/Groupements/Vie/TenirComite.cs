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

    public sealed record Presents(IReadOnlySet<Guid> Cles) : ChangementDeReunion;

    public sealed record CompteRendu(string? Texte) : ChangementDeReunion;

    public sealed record NouvelleAction(string? Libelle, string? Responsable, DateOnly? PourLe) : ChangementDeReunion;

    public sealed record ActionTerminee(Guid Action) : ChangementDeReunion;
}

/// <summary>Tient une réunion du comité : invitations, présences, compte rendu, actions. Ni quorum ni décision (RG7.04).</summary>
public sealed class TenirReunion(IDbContextFactory<MarchesDbContext> donnees, ComposerCourriel composer, HorlogeLegale horloge)
{
    /// <summary>La durée inscrite dans l'agenda.</summary>
    private static readonly TimeSpan DureeDansLAgenda = TimeSpan.FromHours(2);

    public async Task ExecuterAsync(
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
        switch (changement)
        {
            case ChangementDeReunion.Invitation:
                var nom = await contexte
                    .Groupements.Where(g => g.Id == reunion.Groupement)
                    .Select(g => g.Nom)
                    .SingleAsync(annulation);
                Inviter(contexte, reunion, nom, await composer.LireAsync(CourrielsDeGroupement.Comite.Cle, annulation));
                reunion.Inviter(horloge.Aujourdhui);
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
    }

    private void Inviter(MarchesDbContext contexte, ReunionDeComite reunion, string groupement, ModeleEnVigueur modele)
    {
        foreach (var invite in reunion.Presences.Where(p => p.Courriel is not null))
        {
            FileDeCourriels.Deposer(
                contexte,
                modele.Pour(
                    invite.Courriel!,
                    invite.Nom,
                    new Dictionary<string, string>
                    {
                        ["groupement"] = groupement,
                        ["jour"] = Formats.DateCourte(reunion.Le),
                        ["date"] = Formats.DateAvecJour(reunion.Le),
                        ["heure"] = Formats.Heure(reunion.Heure),
                        ["lieu"] = reunion.Lieu,
                        ["ordre_du_jour"] = reunion.OrdreDuJour,
                    }
                ) with
                {
                    ObjetType = nameof(ReunionDeComite),
                    ObjetId = reunion.Id.Valeur,
                    Ics = Agenda(reunion, groupement, invite),
                    Collectivite = invite.Collectivite.Valeur,
                },
                horloge.Maintenant
            );
        }
    }

    private string Agenda(ReunionDeComite reunion, string groupement, PresenceAuComite invite) =>
        new InvitationIcs(
            $"comite-{reunion.Id.Valeur:N}@cdgmarches",
            0,
            $"Comité de suivi — {groupement}",
            reunion.Le.ToDateTime(reunion.Heure),
            reunion.Le.ToDateTime(reunion.Heure) + DureeDansLAgenda,
            horloge.Fuseau,
            new PersonneInvitee("Centre de gestion", "ne-pas-repondre@cdgmarches.invalid"),
            new PersonneInvitee(invite.Nom, invite.Courriel!)
        )
        {
            Lieu = reunion.Lieu,
            Description = reunion.OrdreDuJour,
        }.Ecrire(horloge.Maintenant);
}

/// <summary>Une réunion dans la liste.</summary>
public sealed record LigneDeReunion(
    ReunionDeComiteId Id,
    DateOnly Le,
    string Lieu,
    DateOnly? InviteeLe,
    bool ACompteRendu,
    int ActionsOuvertes
);

/// <summary>Une réunion, ce que l'on peut y faire ce jour, et le nom de chaque collectivité représentée.</summary>
public sealed record FicheDeReunion(
    ReunionDeComite Reunion,
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
                reunion.PeutInviter(horloge.Aujourdhui),
                reunion.PeutRelever(horloge.Aujourdhui),
                await contexte.NomsAsync([.. reunion.Presences.Select(p => p.Collectivite).Distinct()], annulation)
            );
    }
}
