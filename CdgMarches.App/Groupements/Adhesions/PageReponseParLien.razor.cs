using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>La réponse à une invitation par lien personnel : l'ouvrir montre, l'envoyer enregistre. Page statique, faite pour un téléphone.</summary>
public sealed partial class PageReponseParLien(RepondreParLien repondre)
{
    private InvitationLue? _invitation;
    private string? _refus;
    private string? _fait;

    [Parameter]
    public string Jeton { get; set; } = "";

    [SupplyParameterFromForm(FormName = "entrer")]
    private SaisieDeReponse Entree { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "decliner")]
    private SaisieDeReponse Refus { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Requete { get; set; } = null!;

    private bool EstUnEnvoi => HttpMethods.IsPost(Requete.Request.Method);

    private bool FormulairesMontres => _fait is null && _invitation is { PeutRepondre.EstFavorable: true };

    protected override async Task OnInitializedAsync()
    {
        Entree ??= new SaisieDeReponse();
        Refus ??= new SaisieDeReponse();
        try
        {
            _invitation = await repondre.LireAsync(Jeton);
        }
        catch (RefusException refus)
        {
            _refus = refus.Message;
        }
    }

    private bool EstCochee((Guid Id, string Libelle, bool Choisie) prestation) =>
        Entree.Prestations?.Contains(prestation.Id.ToString()) ?? prestation.Choisie;

    private Task EntrerAsync() =>
        RepondreAsync(
            new ReponseALInvitation.Entrer([
                .. (Entree.Prestations ?? []).Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty),
            ]),
            Entree,
            "Le centre de gestion sait que votre collectivité veut entrer. Votre assemblée délibère ; vous lui remettrez la délibération exécutoire, puis la convention ou l'avenant signé."
        );

    private Task DeclinerAsync() =>
        RepondreAsync(
            new ReponseALInvitation.Decliner(Refus.Motif),
            Refus,
            "L'invitation est déclinée : le centre de gestion lit votre motif. Une demande reste possible ensuite."
        );

    private async Task RepondreAsync(ReponseALInvitation reponse, SaisieDeReponse saisie, string fait)
    {
        try
        {
            await repondre.ExecuterAsync(
                Jeton,
                reponse,
                saisie.Nom,
                saisie.Qualite,
                Requete.Connection.RemoteIpAddress?.ToString()
            );
            _fait = fait;
        }
        catch (RefusException refus)
        {
            _refus = refus.Message;
        }
        catch (RegleMetierException regles)
        {
            _refus = regles.Message + " Rien n'a été enregistré.";
        }
    }

    private sealed class SaisieDeReponse
    {
        public string[]? Prestations { get; set; }

        public string? Motif { get; set; }

        public string? Nom { get; set; }

        public string? Qualite { get; set; }
    }
}
