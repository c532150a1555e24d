using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Une écriture au registre d'une procédure.</summary>
public abstract record EcritureAuRegistre
{
    private EcritureAuRegistre() { }

    public sealed record Retire(string? Entreprise, string? Courriel, DateTime Le) : EcritureAuRegistre;

    public sealed record Questionne(string? Texte, DateOnly RecueLe) : EcritureAuRegistre;

    public sealed record Repond(int Question, string? Reponse, DateOnly Le, string? Motif) : EcritureAuRegistre;

    /// <summary>Reprend une question du profil d'acheteur, et sa réponse si elle manquait.</summary>
    public sealed record Reprend(string Texte, DateOnly RecueLe, string? Reponse, DateOnly? ReponduLe, string Motif)
        : EcritureAuRegistre;

    public sealed record Depose(DepotDePli Depot) : EcritureAuRegistre;

    public sealed record DemandeDesComplements(IReadOnlyCollection<int> Plis, DateOnly Le, DateOnly Avant) : EcritureAuRegistre;

    public sealed record Examine(int Pli, bool Admise, string? Motif) : EcritureAuRegistre;

    public sealed record SeDeporte(string? Personne, int? Lot, string? Motif, DateOnly Le) : EcritureAuRegistre;
}

/// <summary>Écrit au registre d'une procédure du périmètre ; le registre s'ouvre à la première écriture.</summary>
public sealed class TenirRegistre(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, FaitsDeProcedure faits)
{
    /// <param name="acteur">Celui qui agit.</param>
    /// <param name="id">La procédure.</param>
    /// <param name="versionLue">La version du registre à l'écran ; 0 s'il n'existait pas encore.</param>
    /// <param name="ecritures">Ce qui s'inscrit, dans l'ordre, tout ou rien.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        IReadOnlyList<EcritureAuRegistre> ecritures,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedure = await contexte.ProcedureAsync(acteur, id, annulation);
        var registre = await contexte.Registres.SingleOrDefaultAsync(r => r.Procedure == id, annulation);
        if (registre is null)
        {
            registre = new Registre(id);
            contexte.Add(registre);
        }
        else
        {
            contexte.ExigerVersion(registre, versionLue);
        }

        foreach (var ecriture in ecritures)
        {
            await InscrireAsync(registre, procedure, ecriture, annulation);
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    private async Task InscrireAsync(
        Registre registre,
        Procedure procedure,
        EcritureAuRegistre ecriture,
        CancellationToken annulation
    )
    {
        switch (ecriture)
        {
            case EcritureAuRegistre.Retire e:
                registre.NoterRetrait(e.Entreprise, e.Courriel, e.Le);
                break;
            case EcritureAuRegistre.Questionne e:
                registre.NoterQuestion(e.Texte, e.RecueLe);
                break;
            case EcritureAuRegistre.Repond e:
                registre.Repondre(e.Question, e.Reponse, e.Le, await ReponsesAuPlusTardAsync(procedure, annulation), e.Motif);
                break;
            case EcritureAuRegistre.Reprend e:
                var question =
                    registre.Questions.FirstOrDefault(q => CleDeTri.De(q.Texte) == CleDeTri.De(e.Texte))?.Numero
                    ?? registre.NoterQuestion(e.Texte, e.RecueLe);
                if (e.Reponse is not null && registre.Questions.Single(q => q.Numero == question).ReponduLe is null)
                {
                    // Ce qui est déjà publié est un fait : le délai passé ne l'efface pas, le motif dit d'où il vient.
                    registre.Repondre(question, e.Reponse, e.ReponduLe!.Value, auPlusTard: null, e.Motif);
                }

                break;
            case EcritureAuRegistre.Depose e:
                registre.Deposer(e.Depot with { Phase = procedure.PhaseLe(e.Depot.DeposeLe) }, procedure.Limites);
                break;
            case EcritureAuRegistre.DemandeDesComplements e:
                registre.DemanderDesComplements(e.Plis, e.Le, e.Avant);
                break;
            case EcritureAuRegistre.Examine e:
                registre.Examiner(e.Pli, e.Admise, e.Motif);
                break;
            case EcritureAuRegistre.SeDeporte e:
                registre.SeDeporter(e.Personne, e.Lot, e.Motif, e.Le);
                break;
        }
    }

    private async Task<CalculDeDate?> ReponsesAuPlusTardAsync(Procedure procedure, CancellationToken annulation) =>
        procedure.LimiteDeRemise is { } limite
            ? (await faits.DelaisAsync(annulation)).ReponsesAuPlusTard(
                DateOnly.FromDateTime(limite),
                procedure.JustificationDeLUrgence is not null
            )
            : null;
}
